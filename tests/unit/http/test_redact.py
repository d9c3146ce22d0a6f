import json
from urllib.parse import quote

import pytest

from qovery_cli.http.redact import mask_urls, strike_out


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://u:p@a.test/x", "https://***@a.test/x"),
        ("https://ghp_1234@github.com/a/b", "https://***@github.com/a/b"),
        ("clone https://u:p@ss@a.test failed", "clone https://***@a.test failed"),
        ("postgres://u:p@db:5432/x?y=a@b", "postgres://***@db:5432/x?y=a@b"),
        ("one http://a:b@c, two http://d:e@f", "one http://***@c, two http://***@f"),
        ('{"url":"https://u:p@a.test"}', '{"url":"https://***@a.test"}'),
        ("ssh://git@github.com/a/b", "ssh://git@github.com/a/b"),
        ("git@github.com:a/b", "git@github.com:a/b"),
        ("https://a.test/@scope/x", "https://a.test/@scope/x"),
        ("https://a.test/?mail=a@b.test", "https://a.test/?mail=a@b.test"),
        ("mail a@b.test", "mail a@b.test"),
    ],
)
def test_user_and_password_of_a_url_are_masked(text, shown):
    assert mask_urls(text) == shown


@pytest.mark.parametrize("spell", [str, json.dumps, lambda s: quote(s, safe="")])
@pytest.mark.parametrize("secret", ["s3cr3t", 'with "quotes" and \\', "a b&c", "naïve-é"])
def test_a_secret_is_struck_out_however_it_is_spelled(spell, secret):
    shown = strike_out(f"refused: {spell(secret)}.", [secret])
    assert secret not in shown
    assert "***" in shown
    assert shown.startswith("refused: ")


def test_the_lines_of_a_secret_are_struck_out_too():
    secret = "-----BEGIN KEY-----\nMIIEvgIBADAN\n-----END KEY-----\n"
    assert "MIIE" not in strike_out("line 2 is invalid: MIIEvgIBADAN", [secret])


def test_a_longer_secret_goes_first():
    assert strike_out("abcdefgh", ["abcdef", "abcdefgh"]) == "***"


def test_a_short_secret_is_struck_out_as_a_word_only():
    assert strike_out("the api said pi", ["pi"]) == "the api said ***"


@pytest.mark.parametrize("secret", ["", " ", "\n"])
def test_a_blank_is_no_secret(secret):
    assert strike_out("a b\n", [secret]) == "a b\n"
