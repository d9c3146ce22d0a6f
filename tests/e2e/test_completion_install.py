"""``qovery completion install``: what a person gets who types it, and what stays after it."""

import subprocess
from pathlib import Path

import pytest
from program import Home, Installed, program
from shells import SHELLS, interactive, skip_without

#: The start-up file of each shell that gets a block of lines.
STARTERS = {"bash": ".bashrc", "zsh": ".zshrc", "powershell": ".config/powershell/{}"}
PROFILE = "Microsoft.PowerShell_profile.ps1"

ALL = ("bash", "zsh", "fish", "powershell")


@pytest.fixture(params=SHELLS, ids=lambda kind: kind.name)
def kind(request):
    skip_without(request.param.name)
    return request.param


@pytest.fixture(params=STARTERS)
def starter(request, home: Home) -> tuple[str, Path]:
    return request.param, home.path / STARTERS[request.param].format(PROFILE)


def files(home: Home) -> dict[str, bytes]:
    """Return all files of the home by their names, without our own caches."""
    found = (path for path in home.path.rglob("*") if path.is_file())
    names = ((path.relative_to(home.path).as_posix(), path) for path in found)
    return {name: path.read_bytes() for name, path in names if not name.startswith("cache/")}


def test_tab_works_in_the_next_shell(qovery: Installed, home: Home, kind, tmp_path):
    qovery(f"completion install {kind.name}")
    with interactive(kind, tmp_path, home.environ, as_user=True) as shell:
        assert shell.completed("qovery app dom") == ["app", "domain"]
        assert shell.questions == []


def test_tab_works_beside_what_a_start_up_file_has(qovery, home: Home, kind, tmp_path):
    fish = kind.name == "fish"
    file = ".config/fish/config.fish" if fish else STARTERS[kind.name]
    home.write(file, "set MINE from-the-file" if fish else "MINE=from-the-file")
    qovery(f"completion install {kind.name}")
    with interactive(kind, tmp_path, home.environ, as_user=True) as shell:
        assert shell.completed('qovery "$MINE" app dom')[0] == "from-the-file"
        assert shell.completed("qovery app dom") == ["app", "domain"]


def test_after_uninstall_there_is_no_completion(qovery: Installed, home: Home, kind, tmp_path):
    qovery(f"completion install {kind.name}")
    qovery(f"completion uninstall {kind.name}")
    (tmp_path / "dom").write_text("", encoding="utf-8")
    with interactive(kind, tmp_path, home.environ, as_user=True) as shell:
        # What shells do on their own: names of files.
        assert shell.completed("qovery app do") == ["app", "dom"]


def test_a_program_of_another_name_is_completed_by_that_name(home: Home, kind, tmp_path):
    link = tmp_path / "links" / "qov"
    link.parent.mkdir()
    link.symlink_to(program()[0])
    words = [str(link), "completion", "install", kind.name]
    subprocess.run(words, env=home.environ, check=True, capture_output=True)
    with interactive(kind, tmp_path, home.environ, "qov", as_user=True) as shell:
        assert shell.completed("qov app dom") == ["app", "domain"]
        assert shell.completed("qov app list --no-h") == ["app", "list", "--no-headers"]
        shell.completed("qov project list --org zzz")
        assert [line.split()[:2] for line in shell.questions] == [["__complete", kind.name]]


@pytest.mark.parametrize("shell", ALL)
def test_again_it_changes_nothing(qovery: Installed, home: Home, shell):
    first = qovery(f"completion install {shell} -o json").json
    assert {row["done"] for row in first} == {"written"}
    before = files(home)
    ran = qovery(f"completion install {shell} -o json")
    assert [row["file"] for row in ran.json] == [row["file"] for row in first]
    assert {row["done"] for row in ran.json} == {"unchanged"}
    assert ran.err == ""
    assert files(home) == before


@pytest.mark.parametrize("shell", ALL)
def test_of_an_empty_home_nothing_is_left(qovery: Installed, home: Home, shell):
    qovery(f"completion install {shell}")
    assert {row["done"] for row in qovery(f"completion uninstall {shell} -o json").json} == {
        "removed"
    }
    assert files(home) == {}


CONTENTS = {
    "empty": b"",
    "no newline at the end": b"export A=1",
    "a newline at the end": b"export A=1\n",
    "empty lines at the end": b"export A=1\n\n\n",
    "lines of Windows": b"A=1\r\nB=2\r\n",
    "a lone carriage return and a form feed": b"A='x\ry\x0cz'\n",
    "bytes that are no text": b"A='caf\xe9 \xff'\n",
}


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
def test_start_up_files_come_back_byte_by_byte(qovery: Installed, starter, content):
    shell, file = starter
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    qovery(f"completion install {shell}")
    assert file.read_bytes().startswith(content)
    assert file.read_bytes() != content
    qovery(f"completion uninstall {shell}")
    assert file.read_bytes() == content


def test_a_link_stays_a_link_and_a_mode_stays(qovery: Installed, home: Home):
    real = home.write("dotfiles/bashrc", "A=1\n")
    real.chmod(0o600)
    (home.path / ".bashrc").symlink_to(real)
    qovery("completion install bash")
    assert (home.path / ".bashrc").is_symlink()
    assert "qovery completion" in real.read_text(encoding="utf-8")
    assert real.stat().st_mode & 0o777 == 0o600


def test_uninstall_where_nothing_is_installed_is_reported(qovery: Installed, home: Home):
    home.write(".bashrc", "A=1\n")
    ran = qovery("completion uninstall bash -o json")
    assert ran.json == []
    assert "Completion of qovery is not installed for bash." in ran.err
    assert files(home) == {".bashrc": b"A=1\n"}


def test_script_of_another_owner_is_not_replaced(qovery: Installed, home: Home):
    theirs = home.write(".config/fish/completions/qovery.fish", "complete -c qovery\n")
    ran = qovery("completion install fish")
    assert ran.code == 2
    assert "qovery did not write it" in ran.sentence
    assert ran.hint
    assert theirs.read_text(encoding="utf-8") == "complete -c qovery\n"


@pytest.mark.parametrize("shell", ALL)
def test_show_prints_what_install_writes(qovery: Installed, home: Home, shell):
    shown = qovery(f"completion show {shell}").out
    qovery(f"completion install {shell}")
    assert shown.encode() in files(home).values()


@pytest.mark.parametrize("shell", ALL)
def test_a_home_that_cannot_be_written_to_is_a_sentence(qovery: Installed, home: Home, shell):
    for folder in (".local", ".zfunc", ".config"):
        home.write(folder, "a file where a folder belongs")
    ran = qovery(f"completion install {shell}")
    assert ran.code == 2
    assert "cannot be" in ran.sentence
    assert "completion show" in ran.hint


@pytest.mark.parametrize("own", ["/bin/tcsh", ""])
def test_the_own_shell_is_taken_only_if_it_is_known(qovery: Installed, own):
    ran = qovery("completion install", env={"SHELL": own})
    assert ran.code == 2
    assert ("tcsh" in ran.sentence) == bool(own)
    assert "completion install zsh" in ran.hint


def test_an_unknown_shell_is_a_sentence(qovery: Installed):
    ran = qovery("completion install tcsh")
    assert ran.code == 2
    assert "bash, zsh, fish" in ran.sentence
    assert ran.hint


def test_the_own_shell_is_taken_where_none_is_named(qovery: Installed, home: Home):
    ran = qovery("completion install -o json", env={"SHELL": "/usr/local/bin/fish"})
    assert [row["shell"] for row in ran.json] == ["fish"]
