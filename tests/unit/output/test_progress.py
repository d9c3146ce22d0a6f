import pytest

from qovery_cli.output.progress import Progress


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def row(state, seconds, name="api"):
    return (name, "application", state, seconds)


@pytest.fixture
def clock():
    return Clock()


def told(terminal):
    return terminal.stderr.getvalue().splitlines()


def test_a_log_has_a_line_for_each_change(piped, clock):
    with Progress(piped, "deploy", clock=clock) as progress:
        progress.update([row("QUEUED", 0), row("READY", 0, "web")])
        progress.update([row("QUEUED", 5), row("READY", 5, "web")])
        progress.update([row("DEPLOYING", 12.7), row("READY", 12, "web")])
    assert told(piped) == [
        "deploy",
        "0s  api  application  QUEUED",
        "0s  web  application  READY",
        "12s  api  application  DEPLOYING",
    ]


def test_nothing_is_written_to_stdout(piped, clock):
    with Progress(piped, "deploy", clock=clock) as progress:
        progress.update([row("DEPLOYING", 1)])
        progress.done("api is RUNNING.", "RUNNING")
    assert piped.stdout.getvalue() == ""


def test_a_log_is_not_silent_for_longer_than_30_seconds(piped, clock):
    with Progress(piped, "", clock=clock) as progress:
        for clock.now in range(0, 75, 5):
            progress.update([row("DEPLOYING", clock.now)])
    assert told(piped) == [
        "0s  api  application  DEPLOYING",
        "still DEPLOYING after 30 s: api",
        "still DEPLOYING after 60 s: api",
    ]


def test_many_that_go_on_are_one_line(piped, clock):
    with Progress(piped, "", clock=clock) as progress:
        rows = [row("DEPLOYING", 0, f"app{i}") for i in range(5)] + [row("RUNNING", 0, "db")]
        progress.update(rows)
        clock.now = 31
        progress.update(rows)
    assert told(piped)[-1] == "still DEPLOYING after 0 s: app0, app1, app2 and 2 more"


def test_the_end_has_the_sign_of_its_state_for_a_person(person, clock):
    terminal = person()
    Progress(terminal, "deploy", clock=clock).done("api is RUNNING after 2:03.", "RUNNING")
    assert told(terminal) == ["✓ api is RUNNING after 2:03."]


def test_names_are_sanitized(piped, clock):
    with Progress(piped, "", clock=clock) as progress:
        progress.update([row("DEPLOYING", 1, "a\x1b[31mpi\n")])
    assert told(piped) == ["1s  api\\n  application  DEPLOYING"]


def live(person, **more):
    return person(60, live=True, **more)


def test_live_lines_show_failures_first(person, clock):
    terminal = live(person)
    with Progress(terminal, "deploy staging", clock=clock) as progress:
        progress.update([row("RUNNING", 3, "db"), row("BUILD_ERROR", 125)])
    text = terminal.stderr.getvalue()
    assert "✗ BUILD_ERROR  2:05  api" in text
    assert text.index("BUILD_ERROR") < text.index("RUNNING")


def test_live_lines_of_a_terminal_without_colours_have_none(person, clock):
    terminal = live(person)
    with Progress(terminal, "deploy", clock=clock) as progress:
        progress.update([row("BUILD_ERROR", 1)])
    assert "\x1b[31m" not in terminal.stderr.getvalue()


def test_live_lines_are_coloured_where_there_are_colours(person, clock):
    terminal = live(person, color_err=True)
    with Progress(terminal, "deploy", clock=clock) as progress:
        progress.update([row("BUILD_ERROR", 1)])
    assert "\x1b[31m✗ BUILD_ERROR" in terminal.stderr.getvalue()


def test_names_are_not_rich_markup(person, clock):
    terminal = live(person)
    with Progress(terminal, "deploy", clock=clock) as progress:
        progress.update([row("DEPLOYING", 1, "[red]api[/red]")])
    assert "[red]api[/red]" in terminal.stderr.getvalue()


SHOW_CURSOR, HIDE_CURSOR = "\x1b[?25h", "\x1b[?25l"


def test_ctrl_c_passes_through_and_gives_the_cursor_back(person, clock):
    terminal = live(person)

    def wait():
        with Progress(terminal, "deploy", clock=clock) as progress:
            progress.update([row("DEPLOYING", 1)])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        wait()
    text = terminal.stderr.getvalue()
    assert text.rindex(SHOW_CURSOR) > text.rindex(HIDE_CURSOR)


def test_the_end_stands_below_the_live_lines(person, clock):
    terminal = live(person)
    with Progress(terminal, "deploy", clock=clock) as progress:
        progress.update([row("RUNNING", 1)])
        progress.done("api is RUNNING.", "RUNNING")
    assert terminal.stderr.getvalue().endswith("✓ api is RUNNING.\n")


def test_a_notice_has_lines_of_its_own_above_the_live_lines(person, clock):
    terminal = live(person)
    with Progress(terminal, "deploy", clock=clock) as progress:
        progress.update([row("DEPLOYING", 1)])
        before = len(terminal.stderr.getvalue())
        progress.notice("Retrying in 7 s.", terminal)
        written = terminal.stderr.getvalue()[before:]
    notice, _, redrawn = written.partition("Retrying in 7 s.")
    assert "\x1b[2K" in notice
    assert redrawn.startswith("\n")
    assert "DEPLOYING" in redrawn


@pytest.mark.parametrize("is_over", [False, True])
def test_a_notice_without_live_lines_is_an_ordinary_one(person, piped, clock, is_over):
    terminal = live(person) if is_over else piped
    with Progress(terminal, "deploy", clock=clock) as progress:
        if not is_over:
            progress.notice("see https://u:p@a.test", terminal)
    if is_over:
        progress.notice("see https://u:p@a.test", terminal)
    assert told(terminal)[-1].endswith("see https://***@a.test")
