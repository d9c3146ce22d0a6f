"""The README's console blocks, typed one after the other as a newcomer does."""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


@dataclass(frozen=True)
class Typed:
    """A line behind a prompt, and the output shown below it ("" for none)."""

    line: str
    shown: str


def typed() -> list[Typed]:
    found: list[Typed] = []
    for block in _BLOCK.findall(README.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            line, _, shown = part.partition("\n")
            found.append(Typed(line, shown))
    return found


def settled(text: str) -> str:
    """Return output without what differs from run to run: times, and so the width of columns."""
    lines = _TIME.sub("TIME", text).splitlines()
    return "\n".join(" ".join(line.split()) for line in lines)


def test_the_readme_shows_what_its_commands_print(qovery):
    environ: dict[str, str] = {}
    steps = typed()
    assert len(steps) > 10
    try:
        for step in steps:
            words = shlex.split(step.line)
            if words[0] == "export":
                name, _, value = words[1].partition("=")
                environ[name] = value
                continue
            assert words[0] == "qovery", step.line
            ran = qovery("", *words[1:], env=environ)
            assert ran.code == 0, f"{step.line}\n{ran}"
            if step.shown:
                assert settled(ran.out) == settled(step.shown), step.line
    finally:
        qovery("sandbox stop -o json")


def test_the_readme_lists_every_exit_code():
    from qovery_cli.errors import OTHER_CODES, TREE

    command_table = dict(
        re.findall(r"^\| (\d+) \| (.+) \|$", README.read_text(encoding="utf-8"), re.M)
    )
    known = {str(kind.exit_code): kind.meaning for kind in TREE}
    known.update({str(code): meaning for code, meaning in OTHER_CODES.items()})
    assert command_table == known


def test_every_command_that_the_readme_names_exists():
    from qovery_cli.cli import command_table

    text = README.read_text(encoding="utf-8")
    named = re.findall(r"^(?:\$ |- run: )?qovery ([a-z][^\n#`]*)", text, re.MULTILINE)
    assert len(named) > 15
    known = command_table.names(command_table.index())
    for line in named:
        words = line.split()
        assert any(words[: len(name.split())] == name.split() for name in known), line
