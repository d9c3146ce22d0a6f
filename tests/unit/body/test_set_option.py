import pytest

from qovery_cli import catalog
from qovery_cli.body.json_path import APPEND
from qovery_cli.body.set_option import apply, parse
from qovery_cli.errors import UsageError

APPLICATION = catalog.operation("editApplication").body
ADVANCED = catalog.operation("editAdvancedSettings").body


def apply_setting(body, text, schema=APPLICATION, level="1.0.4", **options):
    return apply(body, parse(text), schema, level, **options)


def refusal(call, *args):
    with pytest.raises(UsageError) as caught:
        call(*args)
    return caught.value


@pytest.mark.parametrize(
    ("text", "path", "operator", "raw"),
    [
        ("a=1", ("a",), "=", "1"),
        ("a.b[0].c=value", ("a", "b", 0, "c"), "=", "value"),
        ("a:=[1]", ("a",), ":=", "[1]"),
        ("a=@f.pem", ("a",), "=@", "f.pem"),
        ("a:=@f.json", ("a",), ":=@", "f.json"),
        ("a[]=x", ("a", APPEND), "=", "x"),
        ("a[1][2].b=x", ("a", 1, 2, "b"), "=", "x"),
        ("[0].a=x", (0, "a"), "=", "x"),
        (r"a\.b.c=x", ("a.b", "c"), "=", "x"),
        (r"a\=b\[0]=x", ("a=b[0]",), "=", "x"),
        ("a:b=x", ("a:b",), "=", "x"),
        ("a==b=c", ("a",), "=", "=b=c"),
        ("a=", ("a",), "=", ""),
    ],
)
def test_argument_is_parsed(text, path, operator, raw):
    setting = parse(text)
    assert (setting.path, setting.operator, setting.raw) == (path, operator, raw)


@pytest.mark.parametrize(
    ("text", "caret", "problem"),
    [
        ("", 0, "missing operator such as '='"),
        ("name", 4, "missing operator such as '='"),
        ("=x", 0, "missing name before the operator"),
        ("a..b=x", 2, "missing name"),
        (".a=x", 0, "missing name"),
        ("a.=x", 2, "missing name"),
        ("a[x]=1", 1, "expected an index"),
        ("a[-1]=1", 1, "expected an index"),
        ("a[0=1", 1, "expected an index"),
        ("a[0]b=1", 4, "missing '.', '[' or operator"),
    ],
)
def test_syntax_error_is_shown_with_a_caret(text, caret, problem):
    error = refusal(parse, text)
    assert error.message.startswith(f"Invalid --set: {problem}")
    assert error.detail == (text, " " * caret + "^")


def test_a_secret_value_is_not_repeated_in_an_error():
    error = refusal(parse, "config..password=hunter2")
    assert "hunter2" not in "".join(error.detail)
    assert error.detail[1] == " " * 7 + "^"


def test_repr_does_not_contain_the_value():
    assert "hunter2" not in repr(parse("password=hunter2"))


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("name=123", {"name": "123"}),
        ("name=null", {"name": "null"}),
        ("cpu=123", {"cpu": 123}),
        ("auto_preview=off", {"auto_preview": False}),
        ("build_mode=docker", {"build_mode": "DOCKER"}),
        ("arguments=a,b", {"arguments": ["a", "b"]}),
        ("arguments[]=a,b", {"arguments": ["a,b"]}),
        ("ports[0].internal_port=80", {"ports": [{"internal_port": 80}]}),
        ("ports[]=internal_port=80,name=x", {"ports": [{"internal_port": 80, "name": "x"}]}),
        ("healthchecks={}", {"healthchecks": {}}),
        ("dockerfile_path:=null", {"dockerfile_path": None}),
        ("ports:=[]", {"ports": []}),
        ('name:="a"', {"name": "a"}),
        (
            "git_repository.url=https://a.test/b?c=d",
            {"git_repository": {"url": "https://a.test/b?c=d"}},
        ),
    ],
)
def test_value_is_converted_by_type_or_json(text, body):
    assert apply_setting({}, text) == body


def test_existing_fields_are_kept():
    body = {"name": "shop", "ports": [{"id": "1", "internal_port": 80}]}
    assert apply_setting(body, "ports[0].internal_port=81") == {
        "name": "shop",
        "ports": [{"id": "1", "internal_port": 81}],
    }
    assert body["ports"][0]["internal_port"] == 80


def test_advanced_settings_need_no_escapes():
    assert apply_setting({}, "network.ingress.enable_cors=true", ADVANCED) == {
        "network.ingress.enable_cors": True
    }


def test_invalid_value_is_reported_with_the_setting():
    error = refusal(apply_setting, {}, "cpu=half")
    assert error.message == "Invalid --set cpu 'half': expected an integer."


def test_unknown_field_is_rejected_with_suggestions():
    error = refusal(apply_setting, {}, "git_repository.brunch=main")
    assert error.message == "--set git_repository.brunch: unknown field 'brunch'."
    assert error.detail[1] == " " * 15 + "^"
    assert error.hint == "Did you mean 'branch'?"


def test_unknown_field_is_a_string_without_validation():
    assert apply_setting({}, "brand.new=1", known_only=False) == {"brand": {"new": "1"}}


def test_undeclared_field_of_the_server_can_be_set():
    assert apply_setting({"brand_new": "a"}, "brand_new=b") == {"brand_new": "b"}


def test_invalid_json_is_shown_with_a_caret():
    error = refusal(apply_setting, {}, "cpu:=[1,,2]")
    assert error.message.startswith("--set cpu: the value is not valid JSON: ")
    assert error.detail == ("cpu:=[1,,2]", " " * 8 + "^")
    assert "quoted" in error.hint


def test_text_is_read_from_a_file(tmp_path):
    file = tmp_path / "notes.txt"
    file.write_bytes(b"one\ntwo\n")
    assert apply_setting({}, f"name=@{file}") == {"name": "one\ntwo"}


def test_number_in_a_file_may_have_a_final_newline(tmp_path):
    (tmp_path / "cpu").write_text("500\n")
    assert apply_setting({}, f"cpu=@{tmp_path / 'cpu'}") == {"cpu": 500}


def test_json_is_read_from_a_file(tmp_path):
    file = tmp_path / "ports.json"
    file.write_text('[{"internal_port": 80}]')
    assert apply_setting({}, f"ports:=@{file}") == {"ports": [{"internal_port": 80}]}


def test_invalid_json_in_a_file_reports_its_position(tmp_path):
    file = tmp_path / "ports.json"
    file.write_text("[\n1,,]")
    assert (
        "is not valid JSON: line 2, column 3"
        in refusal(apply_setting, {}, f"ports:=@{file}").message
    )


def test_missing_file_is_reported(tmp_path):
    assert "does not exist" in refusal(apply_setting, {}, f"name=@{tmp_path / 'none'}").message


def test_lone_surrogates_are_rejected():
    assert "invalid UTF-8" in refusal(parse, "a=\udcff").message
