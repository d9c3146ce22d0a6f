import json

import pytest

from qovery_cli.config import settings
from qovery_cli.errors import UsageError


class Machine:
    """A working directory, a config.json and an environment, all of them empty at first."""

    def __init__(self, tmp_path):
        self.home = tmp_path / "home"
        self.cwd = self.home / "work"
        self.cwd.mkdir(parents=True)
        self.config = tmp_path / "config"
        self.config.mkdir()
        self.environ = {"QOVERY_CONFIG_DIR": str(self.config), "HOME": str(self.home)}
        self.file = self.cwd / ".qovery.yaml"

    def profiles(self, active="default", **entries):
        data = {"version": 1, "active": active, "profiles": entries}
        (self.config / "config.json").write_text(json.dumps(data))

    def load(self, *, new_profile=False, **options):
        return settings.load(options, self.environ, self.cwd, new_profile=new_profile)


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


def test_every_setting_has_a_default(machine):
    found = machine.load()
    assert (found.profile, found.api_url) == ("default", "https://api.qovery.com")
    assert (found.api_level, found.output) == ("1.0.4", "table")
    assert set(found.origins.values()) == {"default"}
    assert found.scope == {}
    assert not found.profile_on_command_line
    assert found.config_directory == machine.config


def test_options_that_are_no_settings_and_none_are_ignored(machine):
    found = machine.load(columns="name", project=None, output=None)
    assert found.scope == {}
    assert found.output == "table"


@pytest.mark.parametrize(
    ("name", "flag"), [("profile", "--profile"), ("project", "--project"), ("output", "--output")]
)
def test_an_empty_option_is_refused_instead_of_falling_back(machine, name, flag):
    with pytest.raises(UsageError, match=f"{flag} is empty"):
        machine.load(**{name: " "})


SETTING = {
    "output": ("QOVERY_OUTPUT", "--output", "json", "yaml", "csv"),
    "api_level": ("QOVERY_API_LEVEL", "--api-level", "1.0.3", "1.0.4", "1.0.3"),
    "api_url": (
        "QOVERY_API_URL",
        "--api-url",
        "https://a.test",
        "https://b.test",
        "https://c.test",
    ),
}


@pytest.mark.parametrize("name", SETTING)
def test_an_option_wins_over_a_variable_and_that_over_the_profile(machine, name):
    variable, flag, first, second, third = SETTING[name]
    machine.profiles(default={name: first})
    found = machine.load()
    assert (getattr(found, name), found.origins[name]) == (first, "profile default")
    machine.environ[variable] = second
    found = machine.load()
    assert (getattr(found, name), found.origins[name]) == (second, variable)
    found = machine.load(**{name: third})
    assert (getattr(found, name), found.origins[name]) == (third, flag)


@pytest.mark.parametrize("name", SETTING)
def test_an_empty_variable_counts_as_not_set(machine, name):
    machine.environ[SETTING[name][0]] = " "
    assert machine.load().origins[name] == "default"


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("QOVERY_API_LEVEL", "1.0.5"),
        ("QOVERY_OUTPUT", "xml"),
        ("QOVERY_API_URL", "nonsense"),
        ("QOVERY_API_URL", "http://acme.test"),
    ],
)
def test_a_value_that_is_not_allowed_names_its_variable(machine, variable, value):
    machine.environ[variable] = value
    with pytest.raises(UsageError) as raised:
        machine.load()
    assert raised.value.message.startswith(f"{variable}: ")


def test_a_value_that_is_not_allowed_in_a_profile_names_the_profile(machine):
    machine.profiles(default={"output": "xml"})
    with pytest.raises(UsageError, match=r"^Profile default: invalid value 'xml'"):
        machine.load()


def test_invalid_value_of_an_unused_source_is_ignored(machine):
    machine.profiles(default={"output": "xml"})
    assert machine.load(output="json").output == "json"


def test_plain_http_is_allowed_by_a_variable(machine):
    machine.environ |= {"QOVERY_API_URL": "http://acme.test", "QOVERY_ALLOW_HTTP": "1"}
    assert machine.load().api_url == "http://acme.test"


def test_the_profile_comes_from_option_variable_directory_and_active_in_this_order(machine):
    machine.profiles("d", a={}, b={}, c={}, d={})
    found = machine.load()
    assert (found.profile, found.origins["profile"]) == ("d", str(machine.config / "config.json"))
    machine.file.write_text("profile: c\n")
    found = machine.load()
    assert (found.profile, found.origins["profile"]) == ("c", str(machine.file))
    machine.environ["QOVERY_PROFILE"] = "b"
    found = machine.load()
    assert (found.profile, found.origins["profile"]) == ("b", "QOVERY_PROFILE")
    found = machine.load(profile="a")
    assert (found.profile, found.origins["profile"]) == ("a", "--profile")


def test_a_profile_on_the_command_line_beats_the_variable_of_the_url(machine):
    machine.profiles(x={"api_url": "https://x.test"})
    machine.environ["QOVERY_API_URL"] = "https://variable.test"
    found = machine.load(profile="x")
    assert (found.api_url, found.origins["api_url"]) == ("https://x.test", "profile x")
    assert found.profile_on_command_line


def test_a_profile_on_the_command_line_without_a_url_has_the_usual_one(machine):
    machine.profiles(x={})
    machine.environ["QOVERY_API_URL"] = "https://variable.test"
    assert machine.load(profile="x").api_url == "https://api.qovery.com"


def test_a_profile_in_a_variable_does_not_beat_the_variable_of_the_url(machine):
    machine.profiles(x={"api_url": "https://x.test"})
    machine.environ |= {"QOVERY_API_URL": "https://variable.test", "QOVERY_PROFILE": "x"}
    found = machine.load()
    assert found.api_url == "https://variable.test"
    assert not found.profile_on_command_line


def test_a_profile_on_the_command_line_leaves_level_and_output_to_their_variables(machine):
    machine.profiles(x={"api_level": "1.0.4", "output": "yaml"})
    machine.environ |= {"QOVERY_API_LEVEL": "1.0.3", "QOVERY_OUTPUT": "json"}
    found = machine.load(profile="x")
    assert (found.api_level, found.output) == ("1.0.3", "json")


def test_an_unknown_profile_is_refused_with_those_that_there_are(machine):
    machine.profiles(prod={})
    with pytest.raises(UsageError) as raised:
        machine.load(profile="prd")
    assert "Profile 'prd' does not exist" in raised.value.message
    assert "profile prod" in raised.value.detail


@pytest.mark.parametrize("place", ["variable", "directory", "active"])
def test_an_unknown_profile_is_refused_wherever_it_is_named(machine, place):
    machine.profiles("gone" if place == "active" else "default")
    if place == "variable":
        machine.environ["QOVERY_PROFILE"] = "gone"
    if place == "directory":
        machine.file.write_text("profile: gone\n")
    origin = {
        "variable": "QOVERY_PROFILE",
        "directory": str(machine.file),
        "active": str(machine.config / "config.json"),
    }[place]
    with pytest.raises(UsageError) as raised:
        machine.load()
    assert raised.value.message == f"Profile 'gone' (from {origin}) does not exist."


def test_the_default_profile_can_be_named_without_being_there(machine):
    assert machine.load(profile="default").stored.token is None


def test_a_command_that_makes_profiles_may_name_a_new_one(machine):
    found = machine.load(profile="new", new_profile=True)
    assert (found.profile, found.stored.name) == ("new", "new")


def test_a_new_profile_needs_a_name_that_is_allowed(machine):
    with pytest.raises(UsageError, match="Invalid profile name"):
        machine.load(profile="a b", new_profile=True)


def test_scope_entries_have_origins(machine):
    machine.profiles(default={"organization": "Acme"})
    machine.file.write_text("project: shop\n")
    machine.environ["QOVERY_ENVIRONMENT"] = "staging"
    found = machine.load(application="api").scope
    assert {level: (entry.value, entry.origin) for level, entry in found.items()} == {
        "organization": ("Acme", "profile default"),
        "project": ("shop", str(machine.file)),
        "environment": ("staging", "QOVERY_ENVIRONMENT"),
        "application": ("api", "--app"),
    }


def test_empty_variable_shadows_nothing(machine):
    machine.profiles(default={"project": "shop", "environment": "staging"})
    machine.environ["QOVERY_PROJECT"] = ""
    assert set(machine.load().scope) == {"project", "environment"}


def test_the_scope_is_that_of_the_profile_in_use(machine):
    machine.profiles(default={"project": "shop"}, x={"project": "blog"})
    assert machine.load(profile="x").scope["project"].value == "blog"


def test_every_setting_is_listed_with_value_origin_and_variable(machine):
    machine.environ["QOVERY_PROJECT"] = "shop"
    lines = {line.name: line for line in settings.known_settings(machine.load())}
    assert list(lines) == [
        "profile",
        "api_url",
        "api_level",
        "output",
        "organization",
        "cluster",
        "project",
        "environment",
        "application",
        "container",
        "database",
        "job",
        "helm",
        "terraform",
        "agenticWorkflow",
    ]
    assert lines["project"].origin == lines["project"].variable == "QOVERY_PROJECT"
    assert lines["project"].value == "shop"
    assert (lines["cluster"].value, lines["cluster"].origin) == (None, None)
    assert (lines["output"].value, lines["output"].origin) == ("table", "default")


def test_settings_do_not_show_an_inline_token(machine):
    token = {"storage": "inline", "url": "https://a.test", "value": "hidden-value"}
    machine.profiles(default={"token": token})
    assert "hidden-value" not in repr(machine.load())


def test_a_new_profile_is_for_the_url_in_the_environment(machine):
    machine.environ["QOVERY_API_URL"] = "https://a.test"
    found = machine.load(new_profile=True, profile="new")
    assert (found.api_url, found.origins["api_url"]) == ("https://a.test", "QOVERY_API_URL")


@pytest.mark.parametrize(
    "kept",
    [
        {"api_url": "https://b.test"},
        {"token": {"storage": "keyring", "url": "https://api.qovery.com"}},
    ],
)
def test_a_profile_with_a_url_or_a_token_of_its_own_keeps_its_url(machine, kept):
    machine.environ["QOVERY_API_URL"] = "https://a.test"
    machine.profiles(work=kept)
    found = machine.load(new_profile=True, profile="work")
    assert found.api_url == kept.get("api_url", "https://api.qovery.com")


def test_settings_without_home_directory(machine, monkeypatch):
    monkeypatch.setattr(settings.paths.sys, "platform", "linux")
    monkeypatch.setattr(settings.paths, "home_directory", lambda _: None)
    machine.environ = {"QOVERY_API_URL": "https://a.test", "QOVERY_PROJECT": "shop"}
    found = machine.load()
    assert found.config_directory is None
    assert (found.api_url, found.profile) == ("https://a.test", "default")
    assert found.scope["project"].value == "shop"
    with pytest.raises(UsageError, match=r"Profile 'work' .*does not exist"):
        machine.load(profile="work")
