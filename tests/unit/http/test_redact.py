import html
import json
from time import process_time
from urllib.parse import quote, quote_plus

import pytest

from qovery_cli.http.redact import mask_secrets, mask_urls


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


def json_in_json(text):
    return json.dumps(json.dumps(text, ensure_ascii=False))


def json_in_json_in_json(text):
    return json.dumps(json_in_json(text), ensure_ascii=False)


def escaped_slashes(text):
    return json.dumps(text).replace("/", "\\/")


@pytest.mark.parametrize(
    "spell",
    [
        str,
        json.dumps,
        json_in_json,
        json_in_json_in_json,
        escaped_slashes,
        html.escape,
        quote_plus,
        lambda s: quote(s, safe=""),
    ],
)
@pytest.mark.parametrize(
    "secret",
    [
        "s3cr3t",
        'with "quotes" and \\ in it',
        "a b&c/d<e>",
        "naïve-é-🔑",
        "first\nsecond\tthird",
        "\\\\server\\share's",
        "100%~sure_.-!",
    ],
)
def test_secret_is_masked_in_every_encoding(spell, secret):
    shown = mask_secrets(f"refused: [{spell(secret)}].", [secret])
    assert shown.replace('"', "").replace("\\", "") == "refused: [***]."


def test_lines_of_a_secret_are_masked():
    secret = "-----BEGIN KEY-----\nMIIEvgIBADAN\n-----END KEY-----\n"
    assert "MIIE" not in mask_secrets("line 2 is invalid: MIIEvgIBADAN", [secret])


def test_many_backslashes_take_little_time():
    started = process_time()
    mask_secrets("\\" * 20_000 + "x", ["\\\\" * 20 + '"', '\\"' * 20])
    assert process_time() - started < 1


def test_longest_secret_is_masked_first():
    assert mask_secrets("abcdefgh", ["abcdef", "abcdefgh"]) == "***"


def test_short_secret_is_masked_as_a_word_only():
    assert mask_secrets("the api said pi", ["pi"]) == "the api said ***"


@pytest.mark.parametrize("secret", ["", " ", "\n"])
def test_blank_secret_is_ignored(secret):
    assert mask_secrets("a b\n", [secret]) == "a b\n"
