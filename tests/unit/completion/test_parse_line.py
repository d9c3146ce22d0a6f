import pytest

from qovery_cli.completion.parse_line import parse_line, parse_words


def read(text: str):
    return parse_words(text.split())


def wanted(text: str, last: str = ""):
    return parse_line([*text.split(), last])


def test_the_value_of_an_option_of_the_scope_is_a_name():
    found = wanted("app list --project shop --env", "sta")
    assert found is not None
    assert (found.kinds, found.text, found.lead) == ("environment", "sta", "")
    assert not found.is_argument
    assert found.line.typed == {"project": "shop"}


def test_a_name_may_stand_behind_an_equals_sign():
    found = wanted("app list", "--env=st=a")
    assert found is not None
    assert (found.kinds, found.text, found.lead) == ("environment", "st=a", "--env=")


def test_an_argument_is_a_name():
    found = wanted("app get", "a")
    assert found is not None
    assert (found.kinds, found.is_argument) == ("application", True)


def test_behind_two_dashes_an_argument_may_look_like_an_option():
    assert wanted("app get", "-a") is None
    found = wanted("app get --", "-a")
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
def test_everything_else_is_no_name(text, last):
    assert wanted(text, last) is None


def test_no_words_are_no_name():
    assert parse_line([]) is None


@pytest.mark.parametrize("group", ["app", "application"])
def test_long_words_of_groups_are_understood(group):
    line = parse_words([group, "get"])
    assert line.command is not None
    assert line.command.name == "app get"


@pytest.mark.parametrize("profile", ["--profile work", "--profile=work"])
def test_shared_options_may_stand_before_the_command(profile):
    line = read(f"{profile} env list --project shop")
    assert line.typed == {"profile": "work", "project": "shop"}


def test_the_later_of_two_options_counts():
    assert read("app list --project a --project b").typed == {"project": "b"}


@pytest.mark.parametrize("words", ["-o json", "-ojson", "-o=json"])
def test_short_options_may_have_their_value_in_the_same_word(words):
    line = parse_words(f"app list {words} --project shop".split())
    assert line.awaiting is None
    assert line.typed == {"project": "shop"}


def test_the_long_flags_of_the_other_program_are_scope_too():
    assert read("app list --environment staging").typed == {"environment": "staging"}


def test_an_option_that_waits_for_its_value_takes_any_word():
    assert read("app list --project --env").typed == {"project": "--env"}


def test_flags_with_their_values_tell_which_alternative_is_meant():
    found = wanted("org credentials delete --cloud scaleway", "")
    assert found is not None
    assert "--cloud=scaleway" in found.line.flags
    assert "scalewayCredentials?--cloud=scaleway" in found.kinds


def test_arguments_are_counted_around_options():
    line = read("var set A=1 --app api B=2")
    assert line.arguments == 2
