"""Demo of ``qovery sandbox demo``: real commands, run as a user would type them."""

import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from qovery_cli.commands.sandbox_process import PROFILE, BackgroundSandbox, SandboxOptions
from qovery_cli.config.scope import VARIABLES as SCOPE_VARIABLES
from qovery_cli.frozen import record
from qovery_cli.output.style import paint
from qovery_cli.session import Session

_FAST = 4.0

_BODY = """\
name: checkout
git_repository:
  url: https://github.com/acme/checkout
  branch: main
build_mode: DOCKER
dockerfile_path: Dockerfile
cpu: 500
memory: 512
ports:
  - internal_port: 8080
    external_port: 443
    publicly_accessible: true
    protocol: HTTP
"""


@record
class DemoStep:
    """One command of the demo.

    ``file`` is (name, content) of a file to write first, ``code`` is the expected exit code.
    """

    command: str
    description: str
    file: tuple[str, str] | None = None
    code: int = 0


STEPS: tuple[DemoStep, ...] = (
    DemoStep("qovery env list", "The environments of a project"),
    DemoStep("qovery status staging", "The services of an environment, with their states"),
    DemoStep(
        "qovery app create -f checkout.yaml --env development",
        "A new application, from a file",
        file=("checkout.yaml", _BODY),
    ),
    DemoStep(
        "qovery app deploy checkout --env development --wait --timeout 60s",
        "Deploy it, and wait for the result",
    ),
    DemoStep(
        "qovery var set LOG_LEVEL=debug FEATURE_FLAGS=search --app checkout --env development",
        "Change its variables",
    ),
    DemoStep(
        "qovery app update checkout --env development --cpu 750 --max-instances 3",
        "Change a setting; the difference is shown, the rest unchanged",
    ),
    DemoStep("qovery app list --env development", "It has changed since its deployment"),
    DemoStep(
        "qovery app delete checkout --env development --yes --wait --timeout 60s",
        "Delete it, confirmed by a flag",
    ),
    DemoStep(
        "qovery app get checkout --env development",
        "It no longer exists: the exit code is 4",
        code=4,
    ),
)


def run_demo(session: Session) -> int:
    """Run every step against a temporary sandbox; return 0 if all have the expected exit code."""
    with tempfile.TemporaryDirectory(prefix="qovery-tour-") as folder:
        environ = _environ(session, Path(folder))
        sandbox = BackgroundSandbox(Path(environ["QOVERY_CONFIG_DIR"]), environ)
        state = str(Path(folder) / "state.sqlite")
        running = sandbox.start(SandboxOptions(state=state, speed=_FAST))
        _write(session, f"A sandbox listens on {running.url}. Nothing leaves this machine.\n")
        try:
            failed = [step for step in STEPS if not _run(session, step, environ, folder)]
        finally:
            sandbox.stop()
    if failed:
        _write(session, f"{len(failed)} of {len(STEPS)} steps had an unexpected result.\n")
        return 1
    _write(session, f"\nAll {len(STEPS)} steps done. The sandbox is stopped.\n{_NEXT}")
    return 0


_NEXT = """\
Next steps:
  qovery sandbox start                     a sandbox that stays
  qovery --profile sandbox env list        use it
  qovery auth login                        sign in to your own organization
"""


def _environ(session: Session, folder: Path) -> dict[str, str]:
    """Return the environment of the steps, without the scope and token of the user."""
    excluded = {
        "QOVERY_API_TOKEN",
        "QOVERY_CLI_ACCESS_TOKEN",
        "Q_CLI_ACCESS_TOKEN",
        "QOVERY_API_URL",
    }
    excluded |= {"QOVERY_API_URL", "QOVERY_API_LEVEL", "QOVERY_OUTPUT", *SCOPE_VARIABLES.values()}
    inherited = {k: value for k, value in session.runtime.environ.items() if k not in excluded}
    config = {
        "QOVERY_CONFIG_DIR": str(folder / "config"),
        "QOVERY_CACHE_DIR": str(folder / "cache"),
    }
    return {**inherited, **config, "QOVERY_PROFILE": PROFILE}


def _run(session: Session, step: DemoStep, environ: dict[str, str], folder: str) -> bool:
    """Run one step with this process's streams; return True for the expected exit code."""
    if step.file is not None:
        name, text = step.file
        (Path(folder) / name).write_text(text, encoding="utf-8")
    _write(session, f"\n# {step.description}\n{_prompt(session, step.command)}\n")
    program, *arguments = shlex.split(step.command)
    assert program == "qovery", "the demo runs this program"
    process = subprocess.run(
        [sys.executable, "-m", "qovery_cli", *arguments],
        env=environ,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    if process.returncode != step.code:
        _write(session, f"(exit {process.returncode}, not {step.code})\n")
    elif step.code:
        _write(session, f"(exit {step.code})\n")
    return process.returncode == step.code


def _prompt(session: Session, command: str) -> str:
    return paint(f"$ {command}", "bold", session.terminal.color_out)


def _write(session: Session, text: str) -> None:
    session.terminal.write(text)
