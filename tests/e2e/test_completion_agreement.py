"""A shell's script and ``qovery __complete`` know the same rules: what they say of names agrees."""

import json
import re
import shlex
import subprocess
import time
from pathlib import Path

import pytest
from shells import skip_without

from qovery_cli.completion import cache, context, scripts
from qovery_cli.completion.complete import candidates
from qovery_cli.config.profiles import Profile

ORG, SHOP, BLOG, STAGING, PREVIEW, API, PAGES = (
    f"{digit * 8}-0000-4000-8000-000000000000" for digit in "1234567"
)

LISTS = (
    ("organization", None, ("Acme", ORG)),
    ("cluster", ORG, ("eu", API)),
    ("awsCredentials", ORG, ("my keys", API)),
    ("scalewayCredentials", ORG, ("their keys", API)),
    ("project", ORG, ("shop", SHOP), ("my blog", BLOG)),
    ("environment", SHOP, ("staging", STAGING), ("-x", API)),
    ("environment", BLOG, ("preview", PREVIEW), ("a:b 'c'", API)),
    ("application", STAGING, ("api", API), ("Web", PAGES)),
    ("container", STAGING, ("proxy", API)),
    ("database", STAGING, ("main", API)),
    ("application", PREVIEW, ("pages", PAGES)),
    ("projectVariable", SHOP, ("OF_SHOP", API)),
    ("environmentVariable", STAGING, ("OF_STAGING", API)),
    ("applicationVariable", API, ("OF_API", API)),
)

PROFILES = {
    "default": {},
    "work": {"project": "shop", "environment": "staging"},
    "play": {"organization": "acme", "project": BLOG},
}

#: Variables of the shell, and the line.
CASES: tuple[tuple[dict[str, str], str], ...] = (
    ({}, "project get "),
    ({}, "project get s"),
    ({}, "cluster get "),
    ({}, "app list --env "),
    ({}, "app list --project shop --env "),
    ({}, "app list --project SHOP --env "),
    ({}, f"app list --project {BLOG} --env "),
    ({}, "app list --project 'my blog' --env "),
    ({}, "app list --project nobody --env "),
    ({}, "app list --org Acme --project shop --env "),
    ({}, "app list --organization Acme --project=shop --env "),
    ({}, "app list --project shop --env=st"),
    ({}, "env get --project shop "),
    ({}, "env get --project shop -- "),
    ({}, "app get --project shop --env staging "),
    ({}, "app get -o json --project shop --env STAGING "),
    ({}, "app get -ojson --project shop --env STAGING "),
    ({}, "org credentials delete "),
    ({}, "org credentials delete --cloud aws "),
    ({}, "org credentials delete --cloud=scaleway "),
    ({}, "var delete "),
    ({}, "var delete --project shop "),
    ({}, "var delete --project shop --env staging "),
    ({}, "var delete --project shop --env staging --app api "),
    ({}, "var delete --project shop --env staging --app api --container proxy "),
    ({}, "context set --project "),
    ({"QOVERY_PROJECT": "shop"}, "app list --env "),
    ({"QOVERY_PROJECT": "shop", "QOVERY_ENVIRONMENT": "staging"}, "app get "),
    ({"QOVERY_PROJECT": "shop", "QOVERY_ENVIRONMENT": "staging"}, "app get --project shop "),
    ({"QOVERY_PROJECT": "shop", "QOVERY_ENVIRONMENT": "staging"}, "app get --env preview "),
    ({"QOVERY_ENVIRONMENT": "staging"}, "app get "),
    ({"QOVERY_APPLICATION": "api"}, "var delete --project shop --env staging "),
    ({"QOVERY_PROFILE": "work"}, "app list --env "),
    ({"QOVERY_PROFILE": "work"}, "app get "),
    ({"QOVERY_PROFILE": "work"}, "app get --project 'my blog' "),
    ({"QOVERY_PROFILE": "work", "QOVERY_PROJECT": "my blog"}, "app get "),
    ({"QOVERY_PROFILE": "work", "QOVERY_ENVIRONMENT": "staging"}, "app get "),
    ({"QOVERY_PROFILE": "work", "QOVERY_ORGANIZATION": "Acme"}, "app get "),
    ({"QOVERY_PROFILE": "work"}, "app list --profile play --env "),
    ({}, "app list --profile play --env "),
    ({}, "--profile work app get "),
    ({"QOVERY_PROFILE": "nobody"}, "app list --env "),
)

BASH = """
. {script}; compopt() {{ :; }}; PATH=
while IFS= read -r line; do
  COMP_LINE=$line COMP_POINT=${{#line}} COMP_WORDS=(qovery)
  _qovery
  for match in "${{COMPREPLY[@]}}"; do echo "$match"; done
  echo ==
done
"""

# Its functions run in the line editor alone; here they print what they would hand to that.
ZSH = """
setopt extendedglob nullglob rcexpandparam
compdef() {{ : }}
compset() {{ PREFIX=${{PREFIX#*=}} }}
_wanted() {{ print -rl -- ${{(P)@[-1]}} }}
_describe() {{ : }}
. {script}; PATH=
while IFS= read -r line; do
  words=("${{(@z)line}}")
  [[ $line == *' ' ]] && words+=('')
  CURRENT=$#words PREFIX=$words[-1]
  _qovery
  print '=='
done
"""

FISH = """
source {script}; set -gx PATH
while read -l line
    complete -C $line
    echo ==
end
"""


@pytest.fixture
def environ(home) -> dict[str, str]:
    home.config.mkdir()
    kept = {"version": 1, "active": "default", "profiles": PROFILES}
    (home.config / "config.json").write_text(json.dumps(kept), encoding="utf-8")
    # Nobody is there: what is not known is not to be had.
    environ = {**home.environ, "QOVERY_API_URL": "http://127.0.0.1:9", "LANG": "C.UTF-8"}
    context.refresh(environ)
    for typed in (False, True):
        for name in PROFILES:
            folder = cache.folder(environ, Profile(name), typed)
            for kind, parent, *rows in LISTS:
                cache.write(cache.names_file(folder, kind, parent) or "", rows, 3600)
    return environ


def words(line: str) -> list[str]:
    last = "" if line.endswith(" ") else line.split()[-1]
    return [*shlex.split(line.removesuffix(last)), last]


SHELLS = {
    "bash": ("bash --norc -c", BASH),
    "zsh": ("zsh -f -c", ZSH),
    "fish": ("fish --no-config -c", FISH),
}


@pytest.mark.parametrize("shell", SHELLS)
def test_what_a_shell_states_by_itself_is_what_the_program_says(shell, environ, home):
    skip_without(shell)
    program_says, shell_says = {}, {}
    for variables, line in CASES:
        own, case = {**environ, **variables}, str((variables, line))
        said = candidates(words(line), own, home.path, time.monotonic() + 10)
        begun = words(line)[-1]
        names = [each.partition("\t")[0] for each in said if each.startswith(begun)]
        program_says[case] = sorted(name.removeprefix("--env=") for name in names)
        shell_says[case] = sorted(told(shell, line, own, home.path))
    assert shell_says == program_says
    assert sum(bool(names) for names in program_says.values()) > 25


def test_in_fish_variables_of_others_stay_as_they_are(environ, home):
    skip_without("fish")
    script = scripts.folder() / scripts.FILES["fish"]
    text = script.read_text(encoding="utf-8")
    names = {*re.findall(r"\(\?<([a-z]\w*)>", text), *re.findall(r"\bset (?:-l )?([a-z]\w*)", text)}
    lines = [line for variables, line in CASES if not variables]
    lines += ["app list --columns ", "app list --sort-by=-", "app -xy list -ojson --filter "]
    code = f"""
        set -l __all {" ".join(sorted(names))}
        for __one in $__all; set -g $__one kept; end
        source {script}; set -gx PATH
        while read -l line; complete -C "qovery $line" >/dev/null; end
        for __one in $__all; test "$$__one" = kept; or echo $__one; end
    """
    ended = subprocess.run(
        ["fish", "--no-config", "-c", code],
        env=environ, cwd=home.path, input="\n".join([*lines, ""]), capture_output=True, text=True,
    )  # fmt: skip
    assert (ended.stdout, ended.stderr) == ("", "")
    assert len(names) > 30


def told(shell: str, line: str, environ: dict[str, str], cwd: Path) -> list[str]:
    """Return the names that a shell tells at the end of a line, without its quotes."""
    start, code = SHELLS[shell]
    script = scripts.folder() / scripts.FILES[shell]
    ended = subprocess.run(
        [*start.split(), code.format(script=script)],
        env=environ, cwd=cwd, input=f"qovery {line}\n", capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ended.stderr == ""
    found = ended.stdout.partition("==\n")[0].splitlines()
    names = [each.partition("\t")[0].removeprefix("--env=") for each in found if each]
    begun = words(line)[-1].removeprefix("--env=")
    return [
        shlex.split(name)[0] if shell == "bash" and "\\" in name else name
        for name in names
        if name.startswith(begun)
    ]
