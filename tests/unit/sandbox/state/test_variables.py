import pytest

from qovery_cli.sandbox.datetimes import Clock
from qovery_cli.sandbox.handler import Refusal
from qovery_cli.sandbox.state import deletions, variables
from qovery_cli.sandbox.state.store import Store
from qovery_cli.sandbox.state.variable_copies import copy_variables
from qovery_cli.sandbox.state.variable_import import import_variables
from qovery_cli.sandbox.state.variable_scope import Owner, entry_for_level, visible

PROJECT = Owner("project", "shop")
ENVIRONMENT = Owner("environment", "e0000001-env")
API = Owner("application", "a0000001-api")
WEB = Owner("application", "a0000002-web")
DB = "db000001-main"


@pytest.fixture
def store():
    made = Store(clock=Clock(lambda: 1_700_000_000.0))
    made.add("project", {"id": PROJECT.id, "name": "shop"}, "acme")
    environment = {
        "id": ENVIRONMENT.id,
        "name": "Staging 2",
        "cluster_id": "c0000001-prod",
        "cluster_name": "prod",
        "cloud_provider": {"provider": "aws", "cluster": "eu-west-3"},
    }
    made.add("environment", environment, PROJECT.id)
    ports = [{"internal_port": 8080, "publicly_accessible": True}]
    made.add("application", {"id": API.id, "name": "api", "ports": ports}, ENVIRONMENT.id)
    made.add("application", {"id": WEB.id, "name": "web"}, ENVIRONMENT.id)
    database = {"id": DB, "name": "main", "type": "POSTGRESQL"}
    made.add("database", database, ENVIRONMENT.id)
    yield made
    made.close()


def keys(store, place, secret=False):
    """Return the visible values by key, without built-in variables."""
    return {
        entry["key"]: entry["value"]
        for entry in visible(store, place)
        if entry["is_secret"] == secret and entry["scope"] != "BUILT_IN"
    }


def built_in(store, place, key):
    return next(entry for entry in visible(store, place) if entry["key"] == key)


def refused(action, *arguments, **options):
    with pytest.raises(Refusal) as caught:
        action(*arguments, **options)
    return caught.value.status, caught.value.message


def test_a_service_sees_what_is_above_it(store):
    variables.create(store, PROJECT, "LEVEL", "info")
    variables.create(store, ENVIRONMENT, "FLAGS", "a")
    variables.create(store, API, "PORT", "8080")
    assert keys(store, API) == {"LEVEL": "info", "FLAGS": "a", "PORT": "8080"}


def test_narrower_scope_is_not_visible(store):
    variables.create(store, API, "PORT", "8080")
    assert keys(store, ENVIRONMENT) == keys(store, PROJECT) == keys(store, WEB) == {}


def test_wide_scopes_come_first(store):
    variables.create(store, API, "PORT", "8080")
    variables.create(store, PROJECT, "LEVEL", "info")
    assert [entry["scope"] for entry in visible(store, API)][-2:] == ["PROJECT", "APPLICATION"]


@pytest.mark.parametrize("place", [PROJECT, ENVIRONMENT])
def test_an_existing_key_of_a_project_or_environment_is_replaced(store, place):
    first = variables.create(store, place, "LEVEL", "info")
    second = variables.create(store, place, "LEVEL", "debug")
    assert (second["id"], keys(store, place)) == (first["id"], {"LEVEL": "debug"})


def test_an_existing_key_of_a_service_is_refused(store):
    variables.create(store, API, "PORT", "8080")
    assert refused(variables.create, store, API, "PORT", "1") == (400, "PORT exists already.")


def test_a_secret_does_not_replace_a_variable(store):
    variables.create(store, PROJECT, "LEVEL", "info")
    status, message = refused(variables.create, store, PROJECT, "LEVEL", "x", secret=True)
    assert (status, message) == (400, "LEVEL exists already, as a variable.")


def test_value_equal_to_another_key_creates_alias(store):
    variables.create(store, PROJECT, "LEVEL", "info")
    entry = variables.create(store, ENVIRONMENT, "LOG", "LEVEL")
    assert (entry["variable_type"], entry["value"]) == ("ALIAS", "info")


def test_keys_differ_by_case(store):
    variables.create(store, PROJECT, "Level", "a")
    variables.create(store, PROJECT, "LEVEL", "b")
    assert keys(store, PROJECT) == {"Level": "a", "LEVEL": "b"}


@pytest.mark.parametrize("key", ["", "1A", "A-B", "A B", "__A", "QOVERY_A", "qovery", "É"])
def test_an_impossible_key_is_refused(store, key):
    status, message = refused(variables.create, store, PROJECT, key, "x")
    assert status == 400
    assert message.startswith("key must")


@pytest.mark.parametrize("value", ["", "two\nlines", "a=b 'c' \"d\"", "naïve ☕"])
def test_any_value_is_kept_as_it_is(store, value):
    variables.create(store, API, "VALUE", value)
    assert keys(store, API) == {"VALUE": value}


def test_an_alias_has_the_value_of_its_target_from_then_on(store):
    target = variables.create(store, PROJECT, "LEVEL", "info")
    alias = variables.alias(store, API, target["id"], "LOG_LEVEL")
    assert (alias["scope"], alias["value"]) == ("APPLICATION", "info")
    variables.edit(store, PROJECT, target["id"], "LEVEL", "warn")
    assert keys(store, API)["LOG_LEVEL"] == "warn"


def test_an_alias_of_an_alias_is_refused(store):
    target = variables.create(store, PROJECT, "LEVEL", "info")
    alias = variables.alias(store, ENVIRONMENT, target["id"], "LOG")
    status, message = refused(variables.alias, store, API, alias["id"], "LOG2")
    assert (status, "is an alias itself" in message) == (400, True)


def test_an_alias_with_a_taken_key_is_refused(store):
    target = variables.create(store, PROJECT, "LEVEL", "info")
    variables.create(store, API, "PORT", "1")
    assert refused(variables.alias, store, API, target["id"], "PORT")[0] == 400


def test_an_override_has_its_own_value_and_names_the_other(store):
    target = variables.create(store, PROJECT, "LEVEL", "info")
    entry = variables.override(store, API, target["id"], "debug")
    answer = entry_for_level(entry, "1.0.3", "variable")
    assert (answer["key"], answer["value"]) == ("LEVEL", "debug")
    overridden = answer["overridden_variable"]
    assert (overridden["id"], overridden["value"]) == (target["id"], "info")


def test_an_override_can_be_overridden_further_down(store):
    target = variables.create(store, PROJECT, "LEVEL", "info")
    middle = variables.override(store, ENVIRONMENT, target["id"], "debug")
    assert variables.override(store, API, middle["id"], "warn")["value"] == "warn"


@pytest.mark.parametrize("action", [variables.override, variables.alias])
def test_alias_of_narrower_scope_is_rejected(store, action):
    entry = variables.create(store, API, "PORT", "8080")
    assert refused(action, store, ENVIRONMENT, entry["id"], "OTHER")[0] == 400


def test_an_entry_is_not_overridden_at_its_own_scope(store):
    entry = variables.create(store, PROJECT, "LEVEL", "info")
    assert refused(variables.override, store, PROJECT, entry["id"], "x")[0] == 400


def test_an_entry_is_overridden_once_at_a_scope(store):
    entry = variables.create(store, PROJECT, "LEVEL", "info")
    variables.override(store, API, entry["id"], "debug")
    assert refused(variables.override, store, API, entry["id"], "warn")[0] == 400


def test_an_unknown_entry_is_not_found(store):
    assert refused(variables.alias, store, API, "nowhere", "KEY")[0] == 404


def test_a_secret_is_not_found_among_the_variables(store):
    secret = variables.create(store, API, "KEY", "x", secret=True)
    assert refused(variables.edit, store, API, secret["id"], "KEY", "y", secret=False)[0] == 404


def test_the_key_of_an_override_stays(store):
    target = variables.create(store, PROJECT, "LEVEL", "info")
    entry = variables.override(store, API, target["id"], "debug")
    assert refused(variables.edit, store, API, entry["id"], "OTHER", "debug")[0] == 400
    assert variables.edit(store, API, entry["id"], "LEVEL", "warn")["value"] == "warn"


def test_the_value_of_an_alias_stays(store):
    target = variables.create(store, PROJECT, "LEVEL", "info")
    entry = variables.alias(store, API, target["id"], "LOG")
    assert refused(variables.edit, store, API, entry["id"], "LOG", "debug")[0] == 400
    assert variables.edit(store, API, entry["id"], "LOGS", "info")["key"] == "LOGS"


def test_the_alias_of_a_secret_can_be_renamed_without_knowing_its_value(store):
    target = variables.create(store, PROJECT, "DSN", "x", secret=True)
    entry = variables.alias(store, API, target["id"], "URL", secret=True)
    renamed = variables.edit(store, API, entry["id"], "DSN_URL", "whatever", secret=True)
    assert (renamed["key"], renamed["value"]) == ("DSN_URL", "x")


def test_an_entry_is_not_renamed_to_a_taken_key(store):
    entry = variables.create(store, API, "A", "1")
    variables.create(store, API, "B", "2")
    assert refused(variables.edit, store, API, entry["id"], "B", "1")[0] == 400


def test_edit_without_value_keeps_it(store):
    entry = variables.create(store, API, "A", "1", secret=True)
    assert variables.edit(store, API, entry["id"], "B", None, secret=True)["value"] == "1"


def test_an_inherited_entry_is_changed_where_it_was_created(store):
    entry = variables.create(store, PROJECT, "LEVEL", "info")
    assert refused(variables.edit, store, API, entry["id"], "LEVEL", "x")[0] == 400
    assert refused(variables.delete, store, API, entry["id"])[0] == 400


def test_built_in_variable_cannot_be_changed(store):
    entry = built_in(store, PROJECT, "QOVERY_PROJECT_ID")
    assert refused(variables.edit, store, PROJECT, entry["id"], "X", "y")[0] == 400
    assert refused(variables.override, store, ENVIRONMENT, entry["id"], "x")[0] == 400
    assert refused(variables.delete, store, PROJECT, entry["id"])[0] == 400


def test_built_in_variable_can_have_aliases(store):
    entry = built_in(store, API, f"QOVERY_POSTGRESQL_Z{DB[:8].upper()}_DATABASE_URL")
    alias = variables.alias(store, API, entry["id"], "DATABASE_URL", secret=True)
    assert alias["value"].startswith("postgresql://postgres:")
    assert entry_for_level(alias, "1.0.3", "secret")["aliased_secret"]["scope"] == "BUILT_IN"


def test_deleting_takes_aliases_and_overrides_with_it(store):
    entry = variables.create(store, PROJECT, "LEVEL", "info")
    middle = variables.override(store, ENVIRONMENT, entry["id"], "debug")
    variables.alias(store, API, middle["id"], "LOG")
    variables.delete(store, PROJECT, entry["id"])
    assert keys(store, API) == {}
    assert store.all("variable") == []


def test_a_secret_never_shows_its_value(store):
    entry = variables.create(store, API, "KEY", "hidden", secret=True)
    for level in ("1.0.3", "1.0.4"):
        for family in ("secret", "any"):
            assert "hidden" not in str(entry_for_level(entry, level, family))


def test_a_file_keeps_its_path(store):
    entry = variables.create(store, API, "CONFIG", "a: 1", mount_path="/etc/api.yaml")
    assert (entry["variable_type"], entry["mount_path"]) == ("FILE", "/etc/api.yaml")
    other = {"mount_path": "/tmp/api.yaml"}
    assert refused(variables.edit, store, API, entry["id"], "CONFIG", "b", **other)[0] == 400


def test_environment_has_cluster_fields(store):
    entries = {entry["key"]: entry["value"] for entry in visible(store, ENVIRONMENT)}
    assert entries["QOVERY_CLOUD_PROVIDER_REGION"] == "eu-west-3"
    assert entries["QOVERY_KUBERNETES_CLUSTER_NAME"] == "prod"
    assert entries["QOVERY_KUBERNETES_NAMESPACE_NAME"] == "ze0000001-staging-2"


def test_a_service_sees_its_own_id_and_not_that_of_others(store):
    ids = [
        entry["value"] for entry in visible(store, API) if entry["key"] == "QOVERY_APPLICATION_ID"
    ]
    assert ids == [API.id]


def test_only_a_public_port_has_an_external_host(store):
    seen = {entry["key"]: entry["value"] for entry in visible(store, WEB)}
    api, web = "QOVERY_APPLICATION_ZA0000001", "QOVERY_APPLICATION_ZA0000002"
    assert seen[f"{api}_HOST_INTERNAL"] == "app-za0000001-api"
    assert seen[f"{api}_HOST_EXTERNAL"].startswith("p8080-")
    assert f"{web}_HOST_INTERNAL" in seen
    assert f"{web}_HOST_EXTERNAL" not in seen


def test_the_access_to_a_database_is_secret(store):
    prefix = f"QOVERY_POSTGRESQL_Z{DB[:8].upper()}_"
    secret = {
        entry["key"].removeprefix(prefix): entry["is_secret"]
        for entry in visible(store, API)
        if entry["key"].startswith(prefix)
    }
    assert secret == {
        "HOST": False,
        "HOST_INTERNAL": False,
        "PORT": False,
        "LOGIN": False,
        "PASSWORD": True,
        "DEFAULT_DATABASE_NAME": False,
        "DATABASE_URL": True,
        "DATABASE_URL_INTERNAL": True,
    }


def test_built_in_entries_keep_their_ids(store):
    assert visible(store, API) == visible(store, API)


def test_deleted_service_removes_its_variables_and_their_aliases(store):
    entry = built_in(store, API, f"QOVERY_POSTGRESQL_Z{DB[:8].upper()}_HOST")
    variables.alias(store, API, entry["id"], "DB_HOST")
    deletions.delete(store, "database", DB)
    assert keys(store, API) == {}
    assert store.all("variable") == []


def test_origin_of_newer_kind_is_omitted_at_1_0_3(store):
    store.add("container", {"id": "c0000009", "name": "proxy"}, ENVIRONMENT.id)
    entry = built_in(store, API, "QOVERY_CONTAINER_ZC0000009_HOST_INTERNAL")
    assert "service_type" not in entry_for_level(entry, "1.0.3", "variable")
    assert entry_for_level(entry, "1.0.4", "variable")["service_type"] == "CONTAINER"


def imported(store, *entries, overwrite=False, place=API):
    """Import (name, value, scope[, secret]) entries and return the imported names."""
    whole = [
        {"name": name, "value": value, "scope": scope, "is_secret": bool(secret)}
        for name, value, scope, *secret in entries
    ]
    answer = import_variables(store, place, whole, overwrite)
    assert answer["total_variables_to_import"] == len(entries)
    return [entry["name"] for entry in answer["successful_imported_variables"]]


def test_import_creates_at_each_scope_requested(store):
    entries = [("A", "1", "APPLICATION"), ("B", "2", "ENVIRONMENT"), ("C", "3", "PROJECT")]
    assert imported(store, *entries) == ["A", "B", "C"]
    assert keys(store, WEB) == {"B": "2", "C": "3"}


def test_an_import_shows_no_secret(store):
    entry = {"name": "KEY", "value": "hidden", "scope": "APPLICATION", "is_secret": True}
    answer = import_variables(store, API, [entry], False)
    assert "hidden" not in str(answer)
    assert keys(store, API, secret=True) == {"KEY": "hidden"}


def test_import_keeps_existing_variables_without_overwrite(store):
    variables.create(store, API, "A", "old")
    assert imported(store, ("A", "new", "APPLICATION")) == []
    assert imported(store, ("A", "new", "APPLICATION"), overwrite=True) == ["A"]
    assert keys(store, API) == {"A": "new"}


def test_import_overrides_wider_scope(store):
    target = variables.create(store, PROJECT, "LEVEL", "info")
    assert imported(store, ("LEVEL", "debug", "APPLICATION")) == ["LEVEL"]
    entry = next(entry for entry in visible(store, API) if entry["value"] == "debug")
    assert (entry["variable_type"], entry["target"]) == ("OVERRIDE", target["id"])


@pytest.mark.parametrize(
    "entry",
    [
        ("QOVERY_PROJECT_ID", "x", "APPLICATION"),
        ("not a key", "x", "APPLICATION"),
        ("LOG", "x", "APPLICATION"),
        ("LEVEL", "x", "APPLICATION", True),
        ("FURTHER_DOWN", "x", "PROJECT"),
    ],
)
def test_import_skips_unsupported_entries(store, entry):
    target = variables.create(store, PROJECT, "LEVEL", "info")
    variables.alias(store, API, target["id"], "LOG")
    variables.create(store, WEB, "FURTHER_DOWN", "y")
    assert imported(store, entry, overwrite=True) == []


def test_an_import_to_a_scope_that_is_not_the_services_own_is_refused(store):
    entry = {"name": "A", "value": "1", "scope": "CONTAINER", "is_secret": False}
    assert refused(import_variables, store, API, [entry], False)[0] == 400


def test_copied_aliases_refer_to_copied_variables(store):
    target = variables.create(store, ENVIRONMENT, "LEVEL", "info")
    variables.override(store, API, target["id"], "debug")
    url = built_in(store, API, f"QOVERY_POSTGRESQL_Z{DB[:8].upper()}_HOST")
    variables.alias(store, API, url["id"], "DB_HOST")
    twins = {ENVIRONMENT.id: "e0000009", API.id: "a0000009", DB: "db000009"}
    original = store.get("environment", ENVIRONMENT.id)
    store.add("environment", {**original, "id": "e0000009"}, PROJECT.id)
    kinds = {"e0000009": "environment", "a0000009": "application", "db000009": "database"}
    for old in (API.id, DB):
        doc = store.get(kinds[twins[old]], old)
        store.add(kinds[twins[old]], {**doc, "id": twins[old]}, "e0000009")
    copy_variables(store, [(kinds[new], old, new) for old, new in twins.items()])
    copy = Owner("application", "a0000009")
    assert keys(store, copy) == {"LEVEL": "debug", "DB_HOST": "zdb000009-postgresql"}
    variables.delete(store, ENVIRONMENT, target["id"])
    assert keys(store, copy)["LEVEL"] == "debug"
