import pytest

from qovery_cli.completion.parse_line import parse_line, parse_words


def read(text: str):
    return parse_words(text.split())


def name_request(text: str, last: str = ""):
    return parse_line([*text.split(), last])


def test_scope_option_value_is_a_name():
    found = name_request("app list --project shop --env", "sta")
    assert found is not None
    assert (found.kinds, found.text, found.lead) == ("environment", "sta", "")
    assert not found.is_argument
    assert found.line.typed == {"project": "shop"}


def test_name_may_follow_an_equals_sign():
    found = name_request("app list", "--env=st=a")
    assert found is not None
    assert (found.kinds, found.text, found.lead) == ("environment", "st=a", "--env=")


def test_an_argument_is_a_name():
    found = name_request("app get", "a")
    assert found is not None
    assert (found.kinds, found.is_argument) == ("application", True)


def test_argument_after_two_dashes_may_look_like_an_option():
    assert name_request("app get", "-a") is None
    found = name_request("app get --", "-a")
    assert found is not None
    assert (found.text, found.is_argument) == ("-a", False)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("", ""),
        ("app", ""),
        ("app get", "--en"),
        ("app list --output", ""),
        ("app list --columns", ""),
        ("app get one", ""),
        ("nonsense get", ""),
        ("app nonsense", ""),
        ("app list --nonsense", ""),
        ("app list", "--nonsense=x"),
        ("env create", ""),
    ],
)
def test_other_words_are_not_names(text, last):
    assert name_request(text, last) is None


def test_empty_line_has_no_name():
    assert parse_line([]) is None


@pytest.mark.parametrize("group", ["app", "application"])
def test_group_aliases_are_parsed(group):
    line = parse_words([group, "get"])
    assert line.command is not None
    assert line.command.name == "app get"


@pytest.mark.parametrize("profile", ["--profile work", "--profile=work"])
def test_global_options_may_precede_the_command(profile):
    line = read(f"{profile} env list --project shop")
    assert line.typed == {"profile": "work", "project": "shop"}


def test_later_option_overrides_earlier():
    assert read("app list --project a --project b").typed == {"project": "b"}


@pytest.mark.parametrize("words", ["-o json", "-ojson", "-o=json"])
def test_short_option_value_may_be_attached(words):
    line = parse_words(f"app list {words} --project shop".split())
    assert line.awaiting is None
    assert line.typed == {"project": "shop"}


def test_alias_flags_set_the_scope():
    assert read("app list --environment staging").typed == {"environment": "staging"}


def test_pending_option_consumes_any_word():
    assert read("app list --project --env").typed == {"project": "--env"}


def test_flag_values_select_the_alternative():
    found = name_request("org credentials delete --cloud scaleway", "")
    assert found is not None
    assert "--cloud=scaleway" in found.line.flags
    assert "scalewayCredentials?--cloud=scaleway" in found.kinds


def test_arguments_are_counted_around_options():
    line = read("var set A=1 --app api B=2")
    assert line.arguments == 2
