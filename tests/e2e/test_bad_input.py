"""Bad input: each kind has its sentence, its hint and its exit code, and nothing is half done."""

import contextlib
import http.server
import socket
import ssl
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from qovery_cli.http import client

CREATE = "app create api --repository https://github.com/acme/api --branch main --build-mode DOCKER"
CREATE += " --dockerfile-path Dockerfile"


def refused(ended, code, *says):
    """Hold an error against what every error promises."""
    assert ended.code == code, ended
    assert ended.out == "", ended
    assert "Traceback" not in ended.err
    assert ended.sentence.endswith((".", "?")), ended.sentence
    assert ended.hint
    for word in says:
        assert word in ended.err, ended


@pytest.fixture
def sends(ran, shop):
    """Run a line that must send nothing."""

    def sends(line, *words, **more):
        ended = ran(line, *words, env=shop.environ, **more)
        assert shop.sandbox.changes == []
        return ended

    return sends


# What is typed


def test_an_unknown_command_shows_the_nearest(ran):
    refused(ran("ap list"), 2, "app")
    refused(ran("app lst"), 2, "list")


def test_an_unknown_option_shows_the_nearest(ran):
    refused(ran("app list --evn staging"), 2, "--env")


def test_an_option_without_its_value(ran):
    refused(ran("app list --env"), 2, "--env")


def test_too_many_words(ran):
    refused(ran("app get a b"), 2, "b")


def test_a_group_without_a_command(ran):
    ended = ran("app")
    assert ended.code == 2
    assert ended.out == ""
    assert "requires a command" in ended.err


def test_the_program_without_a_word_shows_its_page(ran):
    ended = ran("")
    assert ended.code == 0
    assert "Resources:" in ended.out


def test_a_value_that_is_none_of_the_choices(sends):
    refused(sends(CREATE + " --build-mode DOKCER"), 2, "DOCKER", "build-mode")


@pytest.mark.parametrize("value", ["x", "1.5", "", "1e3", "0x10", "\u0661\u0662"])
def test_a_number_that_is_none(value, sends):
    refused(sends(CREATE, f"--min-instances={value}"), 2, "min-instances")


def test_a_number_that_is_out_of_bounds(sends):
    refused(sends(CREATE + " --min-instances=-1"), 2, "min")


def test_an_id_that_is_none_is_a_name(sends):
    refused(sends("app get 0b2d5a0e-3a3e-4c0e-8a3e"), 4, "0b2d5a0e")


@pytest.mark.parametrize(
    "text", ["cpu", "=1", "", "cpu:=", "cpu:={", "a[=1", "ports[x]=1", "cpu=x"]
)
def test_a_set_that_is_none(text, sends):
    refused(sends(CREATE, f"--set={text}"), 2)


def test_a_set_of_an_unknown_field_shows_the_nearest(sends):
    refused(sends(CREATE, "--set", "memroy=512"), 2, "memroy", "memory")


def test_a_set_from_a_file_that_is_not_there(sends):
    refused(sends(CREATE, "--set", "description=@nothing.txt"), 2, "nothing.txt")


def test_a_list_item_that_is_none(sends):
    refused(sends(CREATE, "--port", "internal_port"), 2, "port")
    refused(sends(CREATE, "--port", "{"), 2, "port")


def test_a_list_item_with_an_unknown_field_shows_the_nearest(sends):
    refused(sends(CREATE, "--port", "intrenal_port=80"), 2, "internal_port")


def test_a_list_item_with_a_wrong_type(sends):
    refused(sends(CREATE, "--port", "internal_port=web"), 2, "internal_port")


def test_what_is_demanded_and_missing_is_named_with_its_flag(sends):
    refused(sends("app create api"), 2, "--repository")
    refused(sends("container create proxy"), 2, "--image", "--tag", "--registry")


def test_two_of_the_same_name(ran, shop):
    shop.application("api")
    ended = ran(CREATE.replace("create api", "create API"), env=shop.environ)
    assert ended.code in {2, 6}, ended
    assert ended.out == ""


# Files


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("body.yaml", "name: [unclosed", "body.yaml"),
        ("body.yaml", "name: a\n\tcpu: 1", "body.yaml"),
        ("body.yaml", "- a\n- b\n", "body.yaml"),
        ("body.yaml", "just text", "body.yaml"),
        ("body.yaml", "", "body.yaml"),
        ("body.yaml", "a: 1\na: 2\n", "body.yaml"),
        ("body.yaml", "a: &a [*a]\n", "body.yaml"),
        ("body.yaml", "!!python/object/apply:os.system ['true']", "body.yaml"),
        ("body.json", '{"name": ', "body.json"),
        ("body.json", '{"name": NaN}', "body.json"),
        ("body.json", "[" * 3000, "body.json"),
    ],
)
def test_a_file_that_is_no_body(name, text, says, sends, home):
    home.write(name, text)
    refused(sends(f"app create -f {name}"), 2, says)


def test_a_file_that_is_not_there(sends):
    refused(sends("app create -f nothing.yaml"), 2, "nothing.yaml")


def test_a_file_that_is_a_folder(sends, home):
    (home.path / "folder.yaml").mkdir()
    refused(sends("app create -f folder.yaml"), 2, "folder.yaml")


def test_a_file_that_is_no_text(sends, home):
    (home.path / "body.yaml").write_bytes(b"\xff\xfe\x00name")
    refused(sends("app create -f body.yaml"), 2, "body.yaml")


def test_a_file_with_a_wrong_type_names_the_field(sends, home):
    home.write("body.yaml", "name: api\ncpu: lots\n")
    refused(sends(f"{CREATE} -f body.yaml"), 2, "cpu")


def test_a_file_with_an_unknown_field_shows_the_nearest(sends, home):
    home.write("body.yaml", "name: api\nmemroy: 512\n")
    refused(sends(f"{CREATE} -f body.yaml"), 2, "memroy", "memory")


def test_an_unknown_field_is_sent_where_validation_is_switched_off(ran, shop, home):
    home.write("body.yaml", "name: api\nnew_field: 1\n")
    ended = ran(f"{CREATE} -f body.yaml --no-validate --dry-run -q [0].body", env=shop.environ)
    assert ended.code == 0, ended
    assert ended.json["new_field"] == 1


def test_an_empty_stdin_is_no_body(sends):
    refused(sends("app create -f -"), 2)


@pytest.mark.parametrize("text", ["", "no pairs here", "A=1\n= 2\n", "A='unclosed\n"])
def test_a_dotenv_file_that_is_none(text, sends, shop, home):
    shop.application("api")
    home.write(".env", text)
    refused(sends("var import .env --app api"), 2, ".env")


@pytest.mark.parametrize("text", ["KEY", "=x", ""])
def test_a_pair_that_is_none(text, sends):
    refused(sends("var set", text, "--env", "staging"), 2)


# The network

LINE = "project list"


def at(url: str) -> dict[str, str]:
    return {"QOVERY_API_URL": url, "QOVERY_API_TOKEN": "sandbox", "QOVERY_ORGANIZATION": ID}


ID = "0b2d5a0e-3a3e-4c0e-8a3e-0123456789ab"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def test_a_host_that_does_not_listen(ran):
    refused(ran(LINE, env=at(f"http://127.0.0.1:{free_port()}")), 7, "127.0.0.1")


def test_a_host_that_has_no_address(ran):
    refused(ran(LINE, env=at("https://nowhere.invalid")), 7, "nowhere.invalid")


@pytest.mark.parametrize("url", ["nonsense", "ftp://x", "http://", "https://[::1", "http://x:y"])
def test_a_url_that_is_none(url, ran):
    refused(ran(LINE, env=at(url)), 2, "QOVERY_API_URL")


def test_a_token_goes_to_no_host_without_encryption(ran):
    refused(ran(LINE, env=at("http://api.example.test")), 2, "http")


@contextlib.contextmanager
def serving(answer, wrap=lambda one: one):
    """Serve one answer on the loopback interface; yields the port."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            answer(self)

        def log_message(self, *_):
            pass

    class Server(http.server.ThreadingHTTPServer):
        daemon_threads = False

        def handle_error(self, *_):
            pass

    server = Server(("127.0.0.1", 0), Handler)
    server.socket = wrap(server.socket)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def send(handler, status, content, kind="application/json"):
    handler.send_response(status)
    handler.send_header("content-type", kind)
    handler.send_header("content-length", str(len(content)))
    handler.end_headers()
    handler.wfile.write(content)


def test_certificate_that_is_not_trusted(ran, self_signed):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*self_signed)

    def wrap(one):
        return context.wrap_socket(one, server_side=True)

    with serving(lambda handler: send(handler, 200, b"{}"), wrap) as port:
        refused(ran(LINE, env=at(f"https://localhost:{port}")), 7, "certificate")


@pytest.fixture(scope="module")
def self_signed(tmp_path_factory) -> tuple[Path, Path]:
    """A certificate for localhost, signed by itself, with its key."""
    folder = tmp_path_factory.mktemp("certificate")
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj"
    try:
        subprocess.run(
            ["openssl", *words.split(), "/CN=localhost", "-keyout", str(key), "-out", certificate],
            check=True,
            capture_output=True,
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("there is no openssl that makes a certificate")
    return certificate, key


def test_tls_where_the_server_speaks_none(ran, sandbox):
    refused(ran(LINE, env=at(sandbox.url.replace("http:", "https:"))), 7)


def test_a_server_that_never_answers(ran, monkeypatch):
    monkeypatch.setattr(client.Client.__init__, "__kwdefaults__", short_of(client.Client))
    with socket.create_server(("127.0.0.1", 0)) as silent:
        refused(ran(LINE, env=at(f"http://127.0.0.1:{silent.getsockname()[1]}")), 7)


def short_of(kind):
    return {**kind.__init__.__kwdefaults__, "timeout": 0.1}


def test_a_server_that_hangs_up(ran, sandbox):
    sandbox.fault(kind="broken", times=0)
    refused(ran(LINE, env=sandbox.environ), 7)


@pytest.mark.parametrize("status", [200, 403, 404, 502])
def test_a_page_of_html_where_json_was_expected(status, ran, sandbox):
    sandbox.fault(kind="html", status=status, times=0)
    codes = {200: 7, 403: 5, 404: 4, 502: 7}
    ended = ran(LINE, env={**sandbox.environ, "QOVERY_ORGANIZATION": ID})
    refused(ended, codes[status])
    assert "<" not in ended.err


def test_an_answer_that_is_cut_off(ran, sandbox):
    sandbox.fault(kind="truncated", times=0)
    refused(ran(LINE, env=sandbox.environ), 7)


def test_an_empty_answer_where_data_was_expected(ran, sandbox):
    sandbox.fault(kind="empty", times=0, path="*/project")
    ended = ran(f"{LINE} -o json", env=sandbox.environ)
    assert ended.code in {0, 7}, ended
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    "content", [b"[]", b"null", b"3", b'{"results": {}}', b'{"results": [3, null, "x"]}', b'"x"']
)
def test_an_answer_of_another_shape_is_no_crash(content, ran):
    with serving(lambda handler: send(handler, 200, content)) as port:
        for form in ("json", "table", "name"):
            ended = ran(f"{LINE} -o {form}", env=at(f"http://127.0.0.1:{port}"))
            assert ended.code in {0, 2, 7}, ended
            assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    "content",
    [b"", b"null", b"[]", b'{"message": {"a": 1}}', b'{"error": 3}', b"\xff\xfe", b'"text"'],
)
def test_an_error_of_another_shape_is_a_sentence(content, ran):
    with serving(lambda handler: send(handler, 422, content)) as port:
        refused(ran(LINE, env=at(f"http://127.0.0.1:{port}")), 2)


def test_an_error_cannot_steer_a_terminal(ran):
    content = b'{"message": "evil \\u001b[31mred\\u009b31m"}'
    with serving(lambda handler: send(handler, 422, content)) as port:
        ended = ran(LINE, env={**at(f"http://127.0.0.1:{port}"), "NO_COLOR": "1"}, typed="")
    assert ended.code == 2
    assert "\x1b" not in ended.err
    assert "\x9b" not in ended.err


def test_a_redirect_elsewhere_takes_no_token_along(ran):
    seen = []

    def elsewhere(handler):
        seen.append(handler.headers.get("authorization"))
        send(handler, 200, b'{"results": []}')

    with serving(elsewhere) as other:

        def redirect(handler):
            handler.send_response(302)
            handler.send_header("location", f"http://localhost:{other}/")
            handler.send_header("content-length", "0")
            handler.end_headers()

        with serving(redirect) as port:
            ended = ran(LINE, env=at(f"http://127.0.0.1:{port}"))
    assert ended.code != 0
    assert "Traceback" not in ended.err
    assert [one for one in seen if one] == []


def test_a_retry_after_is_honoured_and_then_it_works(ran, sandbox):
    sandbox.fault(kind="status", status=429, retry_after=0, path="*/project")
    assert ran(LINE, env=sandbox.environ).code == 0
    assert len([one for one in sandbox.requests if one.endswith("/project")]) == 2


def test_a_change_is_not_repeated_when_it_may_have_been_made(ran, sandbox):
    sandbox.fault(kind="late-status", status=503, method="POST", times=0)
    name = sandbox.new_name("once")
    ended = ran(f"project create {name}", env=sandbox.environ)
    assert ended.code == 7
    assert len(sandbox.changes) == 1
    sandbox.forget()
    assert ran("project list -o name", env=sandbox.environ).out.split().count(name) == 1


def test_one_failure_of_many_requests_is_reported_with_the_others(ran, shop, sandbox):
    shop.application("api")
    sandbox.fault(kind="status", status=403, times=0, path="/environment/*/database")
    sandbox.fault(kind="status", status=403, times=0, path="/environment/*/container")
    ended = ran("status", env=shop.environ)
    assert ended.code == 5
    assert ended.out == ""


def test_retired_operations_say_what_to_use_instead(ran, shop_104):
    shop_104.application("api")
    ended = ran("app tag list --app api", env=shop_104.environ)
    refused(ended, 4)
    assert "1.0.4" in ended.err or "retired" in ended.err


# Settings


def test_unknown_values_of_variables(ran, sandbox):
    for name, value in (("QOVERY_OUTPUT", "xml"), ("QOVERY_API_LEVEL", "9")):
        refused(ran(LINE, env={**sandbox.environ, name: value}), 2, name)


def test_the_error_is_one_flat_object_with_json(ran):
    ended = ran(f"{LINE} -o json")
    assert ended.code == 3
    assert set(ended.error) >= {
        "code",
        "exit",
        "http",
        "message",
        "hint",
        "request_id",
        "operation",
    }
    assert not any(isinstance(value, dict) for value in ended.error.values())


def test_a_usage_error_is_an_object_with_json_too(ran):
    ended = ran("project list -o json --nope")
    assert ended.code == 2
    assert ended.out == ""
    assert ended.error["code"] == "usage"


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that is read-only is POSIX's")
def test_a_read_only_folder_of_settings(qovery, home):
    blocked = home.write("config", "a file where the folder should be")
    ended = qovery("context set --project x --no-check")
    assert ended.code == 2, ended
    assert str(blocked) in ended.err
    assert ended.out == ""


def test_a_bad_line_among_good_ones_sends_none_of_them(ran, shop):
    shop.application("api")
    ended = ran("var set GOOD=1 bad GOOD2=2 --app api", env=shop.environ)
    assert ended.code == 2
    assert shop.sandbox.changes == []
