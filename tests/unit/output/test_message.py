import json

from qovery_cli.errors import NotFoundError
from qovery_cli.output.message import error_text, notice, warning

ERROR = NotFoundError(
    "No application is called 'ap'.",
    hint="qovery app list",
    detail=("shop/staging/api", "shop/\x1b[31mprod/api"),
    http=404,
    request_id="r-1",
)


def test_an_error_is_a_sentence_its_details_and_a_hint(piped):
    assert error_text(ERROR, piped) == (
        "error: No application is called 'ap'.\n"
        "  shop/staging/api\n"
        "  shop/prod/api\n"
        "hint: qovery app list\n"
        "request: r-1 (HTTP 404)\n"
    )


def test_an_error_without_more_is_one_line(piped):
    assert error_text(NotFoundError("Gone."), piped) == "error: Gone.\n"


def test_an_error_is_coloured_on_a_terminal(person):
    assert error_text(NotFoundError("Gone."), person(color_err=True)) == (
        "\x1b[1;31merror:\x1b[0m Gone.\n"
    )


def test_an_error_as_json_is_one_flat_object_on_one_line(piped):
    text = error_text(ERROR, piped, as_json=True)
    assert text.count("\n") == 1
    assert json.loads(text) == ERROR.as_data()


def test_server_messages_are_sanitized(piped):
    assert error_text(NotFoundError("\x1b]0;x\x07Gone."), piped) == "error: Gone.\n"


def test_notices_and_warnings_are_on_stderr(piped):
    notice("Done.", piped)
    warning("Old.\n", piped)
    assert (piped.stdout.getvalue(), piped.stderr.getvalue()) == ("", "Done.\nwarning: Old.\n")


def test_a_warning_as_json_is_one_line(piped):
    warning("Two\nlines.", piped, as_json=True)
    assert json.loads(piped.stderr.getvalue()) == {"level": "warning", "message": "Two\nlines."}
