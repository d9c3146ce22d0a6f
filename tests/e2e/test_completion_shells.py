"""What somebody sees who presses TAB in bash, zsh and fish."""

import re
import shlex
from pathlib import Path

import pytest
from list_server import ListServer, serving
from shells import SHELLS, Bash, Shell, Zsh, interactive, skip_without

from qovery_cli.cli import command_table
from qovery_cli.completion import cache, context, grammar
from qovery_cli.config.profiles import Profile

ORG, SHOP, BLOG, ENV, APP = (f"{digit * 8}-0000-4000-8000-000000000000" for digit in "12345")

#: Names that a shell might take apart.
TRICKY = (
    "with space",
    "it's",
    'say "hi"',
    "a:b",
    "key=value",
    "ümläut-日本",
    "$HOME",
    "back\\slash",
    "[PR] 42 (new)",
    "semi;colon&and|pipe",
    "star*",
    "~tilde",
    "#hash",
)


@pytest.fixture(params=SHELLS, ids=lambda kind: kind.name)
def kind(request):
    skip_without(request.param.name)
    return request.param


@pytest.fixture
def lists():
    with serving() as server:
        server.has("/organization", ("Acme", ORG))
        server.has(f"/organization/{ORG}/project", ("shop", SHOP), ("blog", BLOG))
        server.has(f"/project/{SHOP}/environment", ("staging", ENV), ("production", BLOG))
        server.has(f"/project/{SHOP}/environment/status")
        server.has(f"/project/{BLOG}/environment", ("preview", APP))
        server.has(f"/environment/{ENV}/application", ("api", APP))
        yield server


@pytest.fixture
def environ(home, lists: ListServer) -> dict[str, str]:
    return {**home.environ, "QOVERY_API_URL": lists.url, "QOVERY_API_TOKEN": "token"}


@pytest.fixture
def shell(kind, tmp_path: Path, environ):
    with interactive(kind, tmp_path, environ) as running:
        yield running


@pytest.fixture
def known(environ):
    """Write a list into the cache, as commands do."""
    folder = cache.folder(environ, Profile("default"), False)

    def known(kind: str, parent: str | None, *rows: tuple[str, str], seconds: int = 600) -> Path:
        context.refresh(environ)
        path = cache.names_file(folder, kind, parent)
        assert path
        cache.write(path, rows, seconds)
        return Path(path)

    return known


@pytest.fixture
def scope(known):
    """The cache of somebody who has used the program for a while."""
    known("organization", None, ("Acme", ORG))
    known("project", ORG, ("shop", SHOP), ("blog", BLOG))
    known("environment", SHOP, ("staging", ENV), ("production", BLOG))
    known("application", ENV, ("api", APP))


def test_a_command_is_completed(shell: Shell):
    assert shell.completed("qovery app dom") == ["app", "domain"]
    assert shell.questions == []


def test_commands_are_offered(shell: Shell):
    seen = shell.offered("qovery project ", "update")
    assert "delete" in seen
    assert shell.questions == []


def test_descriptions_are_shown_where_the_shell_has_room_for_them(shell: Shell):
    said = command_table.index().children["commands"].summary.rstrip(".")
    seen = shell.offered("qovery co", "context")
    assert (said in seen) == (shell.name != "bash")


@pytest.mark.parametrize("columns", [50, 200])
def test_in_zsh_a_description_is_whole_or_cut_at_the_edge(columns, tmp_path, environ):
    skip_without("zsh")
    with interactive(Zsh, tmp_path, environ) as shell:
        shell.do(f"COLUMNS={columns}")
        seen = shell.offered("qovery app create x --build", "--buildpack-language  ")
    said = {flag: option.summary for option in own_options("app create") for flag in option.shown}
    width = max(len(flag) for flag in said)
    flags = ("--build-mode", "--build-stage", "--buildpack-language")
    expected = [f"{flag:{width}}  -- {said[flag]}"[: columns - 1] for flag in flags]
    assert [line for line in seen.splitlines() if line.startswith("--build")] == expected


def own_options(command: str) -> tuple[grammar.Option, ...]:
    (found,) = (one for one in grammar.commands() if one.name == command)
    return (*found.options, *grammar.everywhere())


def test_the_long_word_of_a_group_leads_to_its_commands(shell: Shell):
    assert shell.completed("qovery application dom") == ["application", "domain"]


@pytest.mark.parametrize(("level", "offered"), [("1.0.3", True), ("1.0.4", False)])
def test_what_the_api_level_of_the_variable_lacks_is_not_offered(level, offered, shell: Shell):
    shell.do(setting(shell, "QOVERY_API_LEVEL", level))
    assert ("metric" in shell.offered("qovery app ", "update")) == offered
    seen = shell.offered("qovery env clone x --", "--profile")
    assert ("--to-project" in seen) != offered
    assert shell.questions == []


@pytest.mark.parametrize(("level", "offered"), [("1.0.3", True), ("1.0.4", False)])
def test_what_the_api_level_of_the_profile_lacks_is_not_offered(
    level, offered, qovery, known, kind, tmp_path, environ
):
    qovery(f"context set --profile other --api-level {level} --no-check", env=environ)
    context.refresh(environ)
    with interactive(kind, tmp_path, environ) as shell:
        assert ("metric" in shell.offered("qovery --profile other app ", "update")) == offered
        shell.do(setting(shell, "QOVERY_PROFILE", "other"))
        assert ("metric" in shell.offered("qovery app ", "update")) == offered
        assert shell.questions == []


def test_where_only_the_program_knows_the_level_everything_is_offered(
    scope, shell: Shell, tmp_path
):
    assert "metric" not in shell.offered("qovery app ", "update")
    (tmp_path / ".qovery.yaml").write_text("profile: other\n", encoding="utf-8")
    assert "metric" in shell.offered("qovery app ", "update")
    assert shell.questions == []


def test_an_option_that_the_level_lacks_is_still_understood(scope, shell: Shell):
    shell.do(setting(shell, "QOVERY_API_LEVEL", "1.0.3"))
    words = shell.completed("qovery env clone --to-project shop --project shop stag")
    assert words[-1] == "staging"


def setting(shell: Shell, name: str, value: str) -> str:
    """Return the line that exports a variable."""
    return f"set -x {name} {value}" if shell.name == "fish" else f"export {name}={value}"


def test_without_tables_nothing_is_offered_and_nothing_is_printed(kind, tmp_path, environ):
    (tmp_path / "tables").mkdir()
    with interactive(kind, tmp_path, environ) as shell:
        name = "__qovery_tables" if shell.name == "fish" else "_qovery_tables"
        assert shell.completed("qovery app dom") == ["app", "domain"]
        for folder in ("nowhere", "tables"):
            path = tmp_path / folder
            shell.do(f"set -g {name} {path}" if shell.name == "fish" else f"{name}={path}")
            for words in ("ap", "app list --no-h", "app list -o js", "app get --env st"):
                assert shell.completed(f"qovery {words}") == words.split()
                seen = shell.silent(f"qovery {words}")
                assert not re.search(r"rror|tsv|not found|No such|unbound", seen)
        assert shell.questions == []


def test_an_option_is_completed(shell: Shell):
    assert shell.completed("qovery app list --no-h") == ["app", "list", "--no-headers"]


def test_an_option_that_was_given_is_not_offered_again(shell: Shell):
    seen = shell.offered("qovery app list -o json --project x --", "--profile")
    assert "--output" not in seen
    assert "--project " not in seen.replace("--project x", "")


def test_an_option_that_may_be_repeated_is_offered_again(shell: Shell):
    words = ["app", "list", "--filter", "a=b", "--filter"]
    assert shell.completed("qovery app list --filter a=b --fi") == words


@pytest.mark.parametrize("typed", ["-o js", "--output js", "--output=js"])
def test_a_format_is_completed(shell: Shell, typed):
    assert shell.completed(f"qovery app list {typed}")[-1] in {"json", "--output=json"}


def test_a_value_of_an_enum_is_completed(shell: Shell):
    assert shell.completed("qovery env create x --mode DEV")[-1] == "DEVELOPMENT"


@pytest.mark.parametrize("kind", [Bash, Zsh], indirect=True)
def test_columns_are_listed_as_they_are_called(shell: Shell):
    seen = shell.offered("qovery app list --columns name,", "memory MB")
    assert "name,commit" not in seen


def test_a_profile_is_completed(scope, shell: Shell):
    assert shell.completed("qovery app list --profile def")[-1] == "default"
    assert shell.completed("qovery app list --profile=def")[-1] == "--profile=default"


@pytest.mark.parametrize("typed", ["-f bo", "--file bo", "--file=bo"])
def test_a_file_is_completed(typed, shell: Shell, tmp_path):
    (tmp_path / "body.yaml").touch()
    words = shell.completed(f"qovery app create x {typed}")
    assert words[-1].removeprefix("--file=") == "body.yaml"


@pytest.mark.parametrize("operator", ["<", "< ", "2>", "2>> "])
def test_a_redirection_takes_a_file_and_is_no_word_of_the_program(
    operator, scope, shell: Shell, tmp_path
):
    (tmp_path / "token.txt").touch()
    assert shell.completed(f"qovery auth login {operator}tok") == ["auth", "login"]
    assert [path.name for path in tmp_path.glob("tok*")] == ["token.txt"]
    line = f"qovery app get {operator}token.txt --project shop --env staging"
    assert shell.completed(f"{line} --no-h")[-1] == "--no-headers"


# fish 3 counts the file among the words.
@pytest.mark.parametrize("kind", [Bash, Zsh], indirect=True)
def test_behind_a_redirection_arguments_are_completed(scope, shell: Shell):
    line = "qovery app get --project shop 2>/dev/null --env staging </dev/null "
    assert shell.completed(line)[-1] == "api"


def test_columns_are_completed_behind_each_comma(shell: Shell):
    assert shell.completed("qovery app list --columns name,repo")[-1] == "name,repository"


# fish puts a blank behind whatever is the only one.
@pytest.mark.parametrize("kind", [Bash, Zsh], indirect=True)
@pytest.mark.parametrize("option", ["--columns", "--sort-by"])
def test_behind_a_column_a_comma_can_be_typed(option, shell: Shell):
    line = f"qovery app list {option} na\t,repo"
    assert shell.completed(line)[-1] == "name,repository"


def test_a_name_that_commands_have_seen_needs_no_process(scope, shell: Shell):
    words = ["app", "list", "--project", "shop", "--env", "staging"]
    assert shell.completed("qovery app list --project shop --env sta") == words
    assert shell.questions == []


def test_an_argument_is_a_name_too(scope, shell: Shell):
    shell.completed("qovery app list --project shop --env sta")
    assert shell.completed("qovery app get --project SHOP --env staging a")[-1] == "api"
    assert shell.questions == []


def test_with_no_program_at_all_everything_known_is_completed(scope, shell: Shell, tmp_path):
    program = tmp_path / "bin" / "qovery"
    shell.do("set -e PATH" if shell.name == "fish" else "PATH=")
    for line, expected in (
        ("app dom", "domain"),
        ("app list --no-h", "--no-headers"),
        ("app list -o js", "json"),
        ("app list --columns name,repo", "name,repository"),
        ("app list --project shop --env sta", "staging"),
    ):
        # By its path: without PATH the shell finds nothing by its name.
        assert expected in shell.offered(f"{program} {line}", expected)
    assert shell.questions == []


def test_variables_of_the_shell_are_scope(scope, shell: Shell):
    shell.do(setting(shell, "QOVERY_PROJECT", "shop"))
    assert shell.completed("qovery app list --env prod")[-1] == "production"
    assert shell.questions == []


def test_an_option_cuts_off_what_variables_say_of_lower_levels(scope, known, shell: Shell):
    known("environment", BLOG, ("preview", APP))
    known("application", APP, ("pages", ORG))
    for name, value in (("QOVERY_PROJECT", "shop"), ("QOVERY_ENVIRONMENT", "staging")):
        shell.do(setting(shell, name, value))
    assert "api" not in shell.silent("qovery app get --project blog ")
    assert shell.completed("qovery app get --project blog --env preview p")[-1] == "pages"


def test_the_profile_is_scope(qovery, known, kind, tmp_path, environ):
    qovery("context set --project shop --no-check", env=environ)
    known("organization", None, ("Acme", ORG))
    known("project", ORG, ("shop", SHOP))
    known("environment", SHOP, ("staging", ENV))
    with interactive(kind, tmp_path, environ) as shell:
        assert shell.completed("qovery app list --env st")[-1] == "staging"
        assert shell.questions == []


def test_names_that_are_not_cached_are_requested_by_one_process(shell: Shell, lists: ListServer):
    assert shell.completed("qovery app list --project shop --env prod")[-1] == "production"
    assert len(shell.questions) == 1
    assert lists.paths[-1] == f"/project/{SHOP}/environment"
    assert shell.completed("qovery app list --project shop --env sta")[-1] == "staging"
    assert len(shell.questions) == 1


def test_names_that_are_too_old_are_requested_again(scope, known, shell: Shell):
    known("environment", SHOP, ("gone", ENV), seconds=-1)
    assert shell.completed("qovery app list --project shop --env sta")[-1] == "staging"
    assert len(shell.questions) == 1


def test_ordinary_commands_keep_names_fresh(qovery, kind, tmp_path, environ):
    qovery("env list --project shop", env=environ)
    with interactive(kind, tmp_path, environ) as shell:
        assert shell.completed("qovery app list --project shop --env prod")[-1] == "production"
        assert shell.questions == []


def test_with_a_file_in_the_directory_the_process_knows_the_scope(scope, shell: Shell, tmp_path):
    (tmp_path / ".qovery.yaml").write_text("project: blog\n", encoding="utf-8")
    assert shell.completed("qovery app list --env pre")[-1] == "preview"
    assert len(shell.questions) == 1


def test_a_path_is_completed_by_what_lies_in_its_place(scope, shell: Shell, lists):
    """Only the program follows paths; what is cached is not asked for again."""
    assert shell.completed("qovery app list --env blog/") == [
        "app",
        "list",
        "--env",
        "blog/preview",
    ]
    assert lists.paths == [f"/project/{BLOG}/environment"]
    line = "qovery app get shop/staging/a"
    assert shell.completed(line) == ["app", "get", "shop/staging/api"]
    assert shell.completed("qovery app list --env=blog/p") == ["app", "list", "--env=blog/preview"]
    assert len(shell.questions) == 3
    assert lists.paths == [f"/project/{BLOG}/environment"]


def test_a_name_with_a_slash_is_a_name_first(scope, known, shell: Shell):
    known("environment", SHOP, ("feat/x.y*", ENV), ("blog/red", BLOG))
    line = "qovery app list --project shop --env "
    assert shell.completed(f"{line}fea")[-1] == "feat/x.y*"
    assert shell.completed(f"{line}blog/")[-1] == "blog/red"
    assert shell.questions == []


@pytest.mark.parametrize("name", TRICKY)
def test_a_name_arrives_whole_at_the_program(name, scope, known, shell: Shell):
    known("environment", SHOP, (name, ENV))
    assert shell.completed("qovery app list --project shop --env ")[-1] == name
    assert shell.questions == []


@pytest.mark.parametrize("name", TRICKY)
def test_a_name_that_was_begun_is_finished(name, scope, known, shell: Shell):
    known("environment", SHOP, (name, ENV), ("other", BLOG))
    begun = shlex.quote(name[:1]) if not name[0].isalnum() else name[:1]
    assert shell.completed(f"qovery app list --project shop --env {begun}")[-1] == name


@pytest.mark.parametrize("typed", ["'with s", '"with s', "with\\ s"])
def test_a_name_is_finished_as_it_was_begun(typed, scope, known, shell: Shell):
    known("environment", SHOP, ("with space", ENV), ("with another", BLOG))
    assert shell.completed(f"qovery app list --project shop --env {typed}")[-1] == "with space"


def test_names_are_listed_without_quotes(scope, known, shell: Shell):
    known("environment", SHOP, ("a:[PR] 42 (new)", ENV), ("a:it's", BLOG))
    shell.offered("qovery app list --project shop --env a:", "a:[PR] 42 (new)")


@pytest.mark.parametrize("sign", [":", "@", "="])
def test_a_name_is_finished_behind_a_sign_that_breaks_words(sign, scope, known, shell: Shell):
    known("environment", SHOP, (f"a{sign}bc", ENV), (f"a{sign}xy", BLOG))
    line = "qovery app list --project shop --env"
    assert shell.completed(f"{line} a{sign}b")[-1] == f"a{sign}bc"
    assert shell.completed(f"{line}=a{sign}b")[-1] == f"--env=a{sign}bc"


@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_quote_is_closed_behind_a_name_that_ends_with_one(quote, scope, known, shell: Shell):
    known("environment", SHOP, (f"x{quote}", ENV))
    assert shell.completed(f"qovery app list --project shop --env {quote}x")[-1] == f"x{quote}"


@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_quote_is_closed_behind_a_column(quote, shell: Shell):
    line = f"qovery app list --columns {quote}name,repo"
    assert shell.completed(line)[-1] == "name,repository"


def test_a_name_is_completed_behind_an_equals_sign(scope, known, shell: Shell):
    known("environment", SHOP, ("with space", ENV))
    assert shell.completed("qovery app list --project shop --env=wi")[-1] == "--env=with space"


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        (Bash, "set -eu -o pipefail; IFS=aeio; shopt -s nullglob; unset HOME"),
        (Bash, "set -o posix; set -f; shopt -u extglob"),
        (Zsh, "setopt ksharrays shwordsplit noglob nounset"),
        (Zsh, "unset HOME; setopt errreturn globsubst rcexpandparam"),
    ],
    indirect=["kind"],
)
def test_what_a_user_has_set_changes_nothing(options, scope, shell: Shell):
    shell.do(options)
    line = "qovery app list --project shop --env"
    assert shell.completed(f"{line} sta")[-1] == "staging"
    assert shell.completed(f"{line}=sta")[-1] == "--env=staging"
    assert shell.completed("qovery app list --columns name,repo")[-1] == "name,repository"
    assert shell.completed("qovery app list --zz")[-1] == "--zz"
    assert shell.questions == []


def test_a_scope_with_a_tricky_name_is_understood(known, shell: Shell):
    known("organization", None, ("Acme", ORG))
    known("project", ORG, ("it's my: shop", SHOP))
    known("environment", SHOP, ("staging", ENV))
    assert shell.completed('qovery app list --project "it\'s my: shop" --env s')[-1] == "staging"
    assert shell.questions == []


def test_a_name_like_an_option_is_an_argument_by_its_id(scope, known, shell: Shell):
    known("application", ENV, ("--all", APP))
    assert shell.completed("qovery app get --project shop --env staging ")[-1] == APP


def test_a_name_like_an_option_is_the_value_of_an_option_as_it_is(scope, known, shell: Shell):
    known("environment", SHOP, ("-x", ENV))
    assert shell.completed("qovery app list --project shop --env ")[-1] == "-x"


BROKEN = {
    "empty": b"",
    "foreign": b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00",
    "no time": b"soon\nname\tid\n",
    "a huge line": b"x" * 3_000_000,
    "no tabs": b"99999999999\n" + b"word\n" * 3,
    "not text": b"99999999999\n\xff\xfe\xfd\t\xff\n",
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_broken_cache_is_ignored(content, scope, known, shell: Shell):
    path = known("environment", SHOP)
    path.write_bytes(content)
    seen = shell.silent("qovery app list --project shop --env zzz")
    assert "rror" not in seen
    assert "command not found" not in seen
    assert shell.completed("qovery app dom") == ["app", "domain"]


def test_a_huge_cache_is_no_hindrance(scope, known, shell: Shell):
    path = known("environment", SHOP)
    lines = "".join(f"name-{number}\tid-{number}\n" for number in range(100_000))
    path.write_text(f"99999999999\n{lines}", encoding="utf-8")
    assert shell.completed("qovery app list --project shop --env name-77")
    assert shell.completed("qovery app dom") == ["app", "domain"]


def test_a_cache_that_cannot_be_written_still_answers(kind, tmp_path, environ, lists):
    (tmp_path / "file").write_text("no directory", encoding="utf-8")
    environ = {**environ, "QOVERY_CACHE_DIR": str(tmp_path / "file")}
    with interactive(kind, tmp_path, environ) as shell:
        assert shell.completed("qovery app list --project shop --env prod")[-1] == "production"


def test_a_server_that_hangs_is_not_waited_for(shell: Shell, lists: ListServer):
    lists.hang()
    assert "staging" not in shell.silent("qovery app list --project shop --env ")
    assert shell.completed("qovery app dom") == ["app", "domain"]


def test_names_that_are_too_old_are_better_than_a_server_that_hangs(
    scope, known, shell: Shell, lists: ListServer
):
    known("environment", SHOP, ("staging", ENV), seconds=-1)
    lists.hang()
    assert shell.completed("qovery app list --project shop --env sta")[-1] == "staging"


def test_without_a_token_nothing_is_offered_and_nothing_is_reported(kind, tmp_path, home):
    with interactive(kind, tmp_path, home.environ) as shell:
        seen = shell.silent("qovery app list --env zz")
        assert "sign" not in seen
        assert "rror" not in seen
