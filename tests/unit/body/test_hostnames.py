import pytest

from qovery_cli.body.hostnames import host_name, suggest_host


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("acme.test", "acme.test"),
        ("API.Acme.Test", "api.acme.test"),
        ("*.acme.test", "*.acme.test"),
        ("acme.test.", "acme.test"),
        ("xn--mnchen-3ya.example", "xn--mnchen-3ya.example"),
        ("münchen.example", "xn--mnchen-3ya.example"),
        ("MÜNCHEN.example", "xn--mnchen-3ya.example"),
        ("straße.example", "xn--strae-oqa.example"),
        ("*.münchen.example", "*.xn--mnchen-3ya.example"),
        ("例え.テスト", "xn--r8jz45g.xn--zckzah"),
        ("1a.acme.test", "1a.acme.test"),
        (f"{'a' * 63}.test", f"{'a' * 63}.test"),
    ],
)
def test_host_name_is_normalized(text, name):
    assert host_name(text) == name
    assert host_name(name) == name


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("https://acme.test/", "acme.test"),
        ("http://user:pw@acme.test:8443/a/b?c#d", "acme.test"),
        ("acme.test:443", "acme.test"),
        ("acme.test/path", "acme.test"),
        ("acme.test?x", "acme.test"),
        (" acme.test ", "acme.test"),
        ("acme.test\n", "acme.test"),
        ("acme .test", "acme.test"),
        ("acme..test", "acme.test"),
        (".acme.test", "acme.test"),
        ("my_shop.acme.test", "my-shop.acme.test"),
        ("https://*.Acme.test/", "*.acme.test"),
        ("https://münchen.example/", "xn--mnchen-3ya.example"),
        ("my shop.acme.test", None),
        ("-a.acme.test", None),
        ("a-.acme.test", None),
        ("a*.acme.test", None),
        ("*", None),
        ("*.*.acme.test", None),
        ("acme", None),
        ("", None),
        (".", None),
        ("10.0.0.1", None),
        ("::1", None),
        (f"{'a' * 64}.test", None),
        (f"{'a.' * 127}test", None),
        ("ⓐ\u200d.test", None),
        ("a\x00.test", None),
    ],
)
def test_invalid_host_name_has_a_suggestion(text, meant):
    assert host_name(text) is None
    assert suggest_host(text) == meant
