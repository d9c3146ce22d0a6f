"""The demo, with its processes and its sandbox replaced."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from qovery_cli.cli import command_table
from qovery_cli.commands import demo


@pytest.fixture
def processes(monkeypatch):
    """The steps that were run: their arguments and options; ``codes`` are their exit codes."""
    started = SimpleNamespace(runs=[], codes={}, sandbox=[])

    def run(arguments, **options):
        words = " ".join(["qovery", *arguments[3:]])
        started.runs.append((words, options))
        expected = next((step.code for step in demo.STEPS if step.command == words), 0)
        return SimpleNamespace(returncode=started.codes.get(words, expected))

    class Sandbox:
        def __init__(self, directory, environ):
            started.sandbox.append(("created", directory, environ))

        def start(self, options):
            started.sandbox.append(("started", options))
            return SimpleNamespace(url="http://127.0.0.1:9")

        def stop(self):
            started.sandbox.append(("stopped",))

    monkeypatch.setattr(demo.subprocess, "run", run)
    monkeypatch.setattr(demo, "BackgroundSandbox", Sandbox)
    return started


def test_every_step_is_run_and_the_sandbox_stopped(processes, open_session):
    opened = open_session()
    assert demo.run_demo(opened.session) == 0
    assert [words for words, _ in processes.runs] == [step.command for step in demo.STEPS]
    assert [event[0] for event in processes.sandbox] == ["created", "started", "stopped"]
    assert f"All {len(demo.STEPS)} steps done." in opened.out
    assert "http://127.0.0.1:9" in opened.out


def test_unexpected_exit_code_fails_the_demo(processes, open_session):
    processes.codes["qovery env list"] = 7
    opened = open_session()
    assert demo.run_demo(opened.session) == 1
    assert "(exit 7, not 0)" in opened.out
    assert f"1 of {len(demo.STEPS)} steps had an unexpected result." in opened.out
    assert len(processes.runs) == len(demo.STEPS)


def test_success_in_place_of_an_expected_error_fails_the_demo(processes, open_session):
    last = demo.STEPS[-1]
    assert last.code == 4
    processes.codes[last.command] = 0
    assert demo.run_demo(open_session().session) == 1


def test_sandbox_is_stopped_after_an_interruption(processes, open_session, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(demo.subprocess, "run", interrupt)
    with pytest.raises(KeyboardInterrupt):
        demo.run_demo(open_session().session)
    assert processes.sandbox[-1] == ("stopped",)


def test_steps_use_neither_the_token_nor_the_scope_of_the_user(processes, open_session):
    own = {
        "QOVERY_API_TOKEN": "qov_s3cret",
        "QOVERY_CLI_ACCESS_TOKEN": "qov_s3cret",
        "QOVERY_API_URL": "https://api.acme.test",
        "QOVERY_API_LEVEL": "1.0.4",
        "QOVERY_PROJECT": "live",
        "QOVERY_CONTAINER": "live",
        "QOVERY_OUTPUT": "json",
        "EDITOR": "vi",
    }
    opened = open_session(variables=own)
    demo.run_demo(opened.session)
    for _, options in processes.runs:
        environ = options["env"]
        assert environ["EDITOR"] == "vi"
        assert not (own.keys() - {"EDITOR"}) & environ.keys()
        assert environ["QOVERY_PROFILE"] == "sandbox"
        folder = Path(options["cwd"])
        for name in ("QOVERY_CONFIG_DIR", "QOVERY_CACHE_DIR"):
            assert Path(environ[name]).parent == folder
            assert environ[name] != opened.session.runtime.environ[name]


def test_files_of_steps_are_written_and_removed(processes, open_session, monkeypatch):
    contents = {}
    run = demo.subprocess.run

    def read_files(arguments, **options):
        folder = Path(options["cwd"])
        contents.update({path.name: path.read_text() for path in folder.glob("*.yaml")})
        return run(arguments, **options)

    monkeypatch.setattr(demo.subprocess, "run", read_files)
    demo.run_demo(open_session().session)
    assert contents == dict(step.file for step in demo.STEPS if step.file)
    assert not Path(processes.runs[0][1]["cwd"]).exists()


def test_steps_are_commands_that_exist():
    commands = {row.command for row in command_table.commands()}
    for step in demo.STEPS:
        program, *words = step.command.split()
        assert program == "qovery"
        assert any(" ".join(words[:length]) in commands for length in (1, 2)), step.command
