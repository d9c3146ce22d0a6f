import shutil
import subprocess

import pytest

from qovery_cli.http.curl import curl
from qovery_cli.http.request import Request

URL = "http://api.acme.test/x"


def test_token_is_a_shell_variable():
    line = curl(Request("GET", URL))
    assert line.startswith(f"curl -sS -X GET {URL} ")
    assert '-H "Authorization: Bearer $QOVERY_API_TOKEN"' in line


def test_scheme_of_an_api_token():
    assert "Authorization: Token $" in curl(Request("GET", URL), scheme="Token")


def test_authorization_header_is_left_out():
    line = curl(Request("GET", URL, headers=(("authorization", "Token abc"), ("X-A", "it's"))))
    assert "abc" not in line
    assert """'X-A: it'"'"'s'""" in line


def test_body_is_quoted_as_one_word():
    line = curl(Request("POST", URL, body={"name": "it's $HOME `x`"}))
    assert line.endswith("""--data-binary '{"name":"it'"'"'s $HOME `x`"}'""")


def test_body_with_a_leading_at_sign_is_not_a_file_name():
    line = curl(Request("POST", URL, content=b"@/etc/passwd", content_type="text/plain"))
    assert "--data-raw @/etc/passwd" in line


def test_binary_body_is_read_from_stdin():
    assert curl(Request("PUT", URL, content=b"\xff\x00")).endswith("--data-binary @-")


def test_secrets_of_the_body_are_replaced_by_the_callers_mask():
    line = curl(Request("POST", URL, body={"value": "hush"}), mask=lambda _: {"value": "***"})
    assert "hush" not in line
    assert '{"value":"***"}' in line


def test_brackets_in_a_url_are_not_expanded_by_curl():
    assert "--globoff" in curl(Request("GET", URL + "?a[]=1"))


@pytest.mark.skipif(shutil.which("sh") is None, reason="there is no POSIX shell here")
def test_shell_parses_the_exact_values():
    body = {"text": "a'b\"c\\d\n$e `f` !g *"}
    line = curl(Request("POST", URL + "?q=a%20b&c=d", body=body))
    script = line.replace("curl ", "printf '%s\\0' ", 1)
    ran = subprocess.run(
        ["sh", "-c", script], capture_output=True, check=True, env={"QOVERY_API_TOKEN": "t$k"}
    )
    words = ran.stdout.decode().split("\0")
    assert "Authorization: Bearer t$k" in words
    assert URL + "?q=a%20b&c=d" in words
    assert Request("POST", URL, body=body).payload.decode() in words
