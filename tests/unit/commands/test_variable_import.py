import pytest

from qovery_cli.commands import variable_import as command
from qovery_cli.errors import ConflictError, UsageError

APP = "66666666-6666-4666-8666-666666666666"


@pytest.fixture
def listed(api):
    api.answers["listApplicationEnvironmentVariable"] = {
        "results": [
            {"id": "1", "key": "SAME", "value": "1", "scope": "APPLICATION"},
            {"id": "2", "key": "OTHER", "value": "old", "scope": "APPLICATION"},
            {"id": "3", "key": "HOST", "value": "x", "scope": "BUILT_IN"},
            {"id": "5", "key": "REGION", "value": "eu", "scope": "PROJECT"},
            {
                "id": "4",
                "key": "URL",
                "value": "x",
                "scope": "APPLICATION",
                "aliased_variable": {"key": "HOST"},
            },
        ]
    }
    api.answers["listApplicationSecrets"] = {
        "results": [{"id": "9", "key": "TOKEN", "scope": "APPLICATION"}]
    }
    return api


def imported(api, *keys):
    """Let the API import these keys."""
    entries = [{"name": key, "value": "1", "scope": "APPLICATION"} for key in keys]
    api.answers["importEnvironmentVariable"] = {
        "total_variables_to_import": len(keys),
        "successful_imported_variables": entries,
    }


def run(opened, **options):
    command.import_(opened.session, "-", app=APP, **options)
    return opened


def test_all_variables_are_sent_in_one_request(api, open_session):
    imported(api, "A", "B")
    opened = run(open_session(stdin=b"A=1\nB=2\n"))
    assert [row["name"] for row in opened.json] == ["A", "B"]
    (request,) = api.asked
    assert request.body == {
        "overwrite": False,
        "vars": [
            {"name": "A", "value": "1", "scope": "APPLICATION", "is_secret": False},
            {"name": "B", "value": "2", "scope": "APPLICATION", "is_secret": False},
        ],
    }
    assert "Imported 2. Services see them at their next deployment." in opened.err


def test_file_is_read(api, open_session, tmp_path):
    imported(api, "A")
    (tmp_path / ".env").write_text("A=1\n")
    command.import_(open_session().session, str(tmp_path / ".env"), app=APP)
    assert api.changes[0].body["vars"][0]["name"] == "A"


def test_file_is_required(open_session):
    with pytest.raises(UsageError, match="FILE is missing"):
        command.import_(open_session().session, None, app=APP)


@pytest.mark.parametrize("content", [b"", b"1A=x\n", b"QOVERY_X=1\n", b"A\n"])
def test_invalid_file_sends_nothing(api, open_session, content):
    with pytest.raises(UsageError):
        run(open_session(stdin=content))
    assert api.changes == []


def test_secrets_are_imported_and_never_shown(api, open_session):
    imported(api, "A")
    api.answers["importEnvironmentVariable"]["successful_imported_variables"][0]["value"] = "s3cret"
    opened = open_session(stdin=b"A=s3cret\n")
    command.import_secrets(opened.session, "-", overwrite=True, app=APP)
    body = api.changes[0].body
    assert (body["overwrite"], body["vars"][0]["is_secret"]) == (True, True)
    assert "s3cret" not in opened.out + opened.err


def test_secrets_are_masked_in_a_plan(api, open_session):
    opened = run(open_session(stdin=b"A=s3cret\n", dry_run=True), secret=True)
    assert "s3cret" not in opened.out
    assert api.changes == []


@pytest.mark.usefixtures("listed")
def test_unchanged_and_existing_keys_are_no_failure(api, open_session):
    imported(api, "NEW")
    opened = run(open_session(stdin=b"NEW=1\nSAME=1\nOTHER=new\n"))
    assert "Unchanged: SAME." in opened.err
    assert "Skipped existing keys: OTHER. Use --overwrite" in opened.err


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"TOKEN=1", "'TOKEN' is a secret already."),
        (b"HOST=1", "'HOST' is built in."),
        (b"URL=1", "'URL' is an alias of 'HOST'."),
        (b"REGION=1", "'REGION' was not accepted by the API."),
        (b"NEW=1", "'NEW' was not accepted by the API."),
    ],
)
def test_reason_of_a_failure_is_looked_up(api, open_session, line, reason):
    imported(api)
    with pytest.raises(ConflictError) as caught:
        run(open_session(stdin=line))
    assert caught.value.message == f"Not imported: {reason}"


@pytest.mark.usefixtures("listed")
def test_existing_key_with_overwrite_was_not_accepted(api, open_session):
    imported(api)
    with pytest.raises(ConflictError, match="'OTHER' was not accepted"):
        run(open_session(stdin=b"OTHER=new"), overwrite=True)


@pytest.mark.usefixtures("listed")
def test_variable_is_in_the_way_of_a_secret(api, open_session):
    imported(api)
    with pytest.raises(ConflictError, match="'OTHER' is a variable already"):
        run(open_session(stdin=b"OTHER=new"), secret=True)


@pytest.mark.usefixtures("listed")
def test_several_failures_are_listed(api, open_session):
    imported(api, "NEW")
    opened = open_session(stdin=b"NEW=1\nTOKEN=1\nHOST=1\n")
    with pytest.raises(ConflictError, match="2 keys were not imported") as caught:
        run(opened)
    assert caught.value.detail == ("'TOKEN' is a secret already.", "'HOST' is built in.")
    assert [row["name"] for row in opened.json] == ["NEW"]


def test_failed_lookup_of_the_reasons_is_a_notice(api, open_session):
    imported(api)
    api.statuses["listApplicationEnvironmentVariable"] = 403
    opened = open_session(stdin=b"NEW=1\n")
    with pytest.raises(ConflictError, match="'NEW' was not accepted"):
        run(opened)
    assert "The reasons are unknown" in opened.err
