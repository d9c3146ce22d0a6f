"""Parse git repository URLs as browsers and git hosts show them.

A URL copied from a browser may address a branch, a directory or a file. It is reduced to the
repository, and to the branch if that is unambiguous. The supported path formats are those of
github.com, GitLab (``/-/`` ends the path of a project, and no project can be called
``tree`` or ``blob``) and bitbucket.org.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from qovery_cli.frozen import record

_SCP: Final = re.compile(r"(?:[^@/\s:]+@)?([^:/\s@]+):(?![0-9]+/)/*([^\s:@]+)")
_COMMIT: Final = re.compile(r"[0-9a-f]{40}")
_PLAIN: Final = ("github.com", "gitlab.com", "bitbucket.org")
_SSH: Final = ("ssh", "git+ssh", "git")
#: Path segments before a branch, for directories and for files.
_DIRECTORIES: Final = ("tree", "src")
_FILES: Final = ("blob",)


class GitUrlError(Exception):
    """A text that is not a repository URL; ``hint`` describes the expected format."""

    def __init__(self, problem: str, hint: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.hint = hint


@record
class Repository:
    """A repository: its https clone URL, host, path segments, and the branch in the URL."""

    url: str
    host: str
    segments: tuple[str, ...]
    branch: str | None = None

    @property
    def owner(self) -> str:
        """The owner, or the whole path of a nested group."""
        return "/".join(self.segments[:-1])

    @property
    def name(self) -> str:
        """The name without ``.git``."""
        return self.segments[-1].removesuffix(".git")


def read(text: str, siblings: Mapping[str, str] | None = None) -> Repository:
    """Parse a text to a repository, with the branch of the URL.

    ``siblings`` has other option values: ``branch``, ``root_path`` and ``provider``. Raises
    GitUrlError for anything but a repository, for a branch or directory that is ambiguous or
    contradicts ``siblings``, and for credentials, without repeating them.
    """
    options = siblings or {}
    parts = _split(text.strip())
    host = (parts.hostname or "").removeprefix("www.")
    segments = [segment for segment in parts.path.split("/") if segment]
    repository_path, rest = _split_path(host, segments, options.get("provider", ""))
    url = f"{_origin(parts, host)}/{'/'.join(repository_path)}"
    if len(repository_path) < 2:
        raise GitUrlError("the URL names no repository", "Use https://HOST/OWNER/NAME.")
    _check_port(parts, host, url)
    repository = Repository(url, host, tuple(unquote(segment) for segment in repository_path))
    if not rest:
        return repository
    ref = parse_qs(parts.query).get("at", [""])[0].removeprefix("refs/heads/")
    branch = _branch(url, rest, ref, options)
    return Repository(repository.url, repository.host, repository.segments, branch)


def _split(text: str) -> SplitResult:
    """Return the parts of a URL, which may lack the scheme or have the scp format."""
    hint = "Use https://HOST/OWNER/NAME."
    scp = _SCP.fullmatch(text) if "://" not in text else None
    # Without a scheme, only dots or a port distinguish a host from an owner.
    has_host = "://" in text or re.match(r"[^/]*[.:]", text)
    if scp:
        text = f"ssh://{scp[1]}/{scp[2]}"
    elif "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        raise GitUrlError("not a URL", hint) from None
    if re.search(r"\s", text) or not text.isprintable() or "\\" in text:
        raise GitUrlError("the URL contains invalid characters", hint)
    if parts.scheme not in ("http", "https", *_SSH) or not host or not has_host:
        raise GitUrlError("not an https URL", hint)
    _check_credentials(parts, host)
    return parts


def _check_credentials(parts: SplitResult, host: str) -> None:
    if "@" not in parts.netloc or (parts.scheme in _SSH and parts.password is None):
        return
    # Clone URLs of Bitbucket contain the user name, which is not a secret.
    if host == "bitbucket.org" and parts.password is None:
        return
    raise GitUrlError(
        "the URL contains credentials, which would be stored in plain text",
        "Remove the part before the @. In API 1.0.4, --git-token NAME selects a git token of the "
        "organization.",
    )


def _origin(parts: SplitResult, host: str) -> str:
    plain = parts.scheme == "http" and host not in _PLAIN
    port = None if parts.scheme in _SSH or host in _PLAIN else parts.port
    return f"{'http' if plain else 'https'}://{host}" + (f":{port}" if port else "")


def _check_port(parts: SplitResult, host: str, url: str) -> None:
    if parts.scheme in _SSH and parts.port not in (None, 22) and host not in _PLAIN:
        raise GitUrlError(
            "an ssh URL with a port has no https equivalent", f"Use the https URL, such as {url}."
        )


def _split_path(host: str, segments: list[str], provider: str) -> tuple[list[str], list[str]]:
    """Split path segments into those of the repository and those of the page in it."""
    labels, provider = host.split("."), provider.upper()
    for index, segment in enumerate(segments):
        if segment.endswith(".git") and index > 0:
            return segments[: index + 1], _without_dash(segments[index + 1 :])
        if segment == "-" and index > 1:
            return segments[:index], segments[index + 1 :]
    if "gitlab" in labels or provider == "GITLAB":
        marks = [
            number
            for number, word in enumerate(segments)
            if number > 1 and word in ("tree", "blob")
        ]
        end = marks[0] if marks else len(segments)
        return segments[:end], segments[end:]
    if host in _PLAIN or "github" in labels or provider == "GITHUB" or len(segments) <= 2:
        return segments[:2], segments[2:]
    url = f"https://{host}/{'/'.join(segments)}"
    raise GitUrlError(
        "the repository in the path is ambiguous",
        f"Use its clone URL, such as {url}.git for the whole path.",
    )


def _without_dash(segments: list[str]) -> list[str]:
    return segments[1:] if segments[:1] == ["-"] else segments


def _branch(url: str, rest: Sequence[str], ref: str, options: Mapping[str, str]) -> str | None:
    """Return the branch in the path after the repository."""
    page, *raw = rest
    words = [unquote(segment) for segment in raw]
    if page == "branch":
        words, raw = ["/".join(words)], ["/".join(raw)]
    elif page not in (*_DIRECTORIES, *_FILES):
        raise GitUrlError("the URL is a page of the repository", f"Use {url}.")
    if ref:
        words[:1] = [ref]
    if not words:
        return options.get("branch")
    joined, option = "/".join(words), options.get("branch")
    certain = words[0] if ref or "%2f" in raw[0].lower() else _only_reading(page, words)
    branch = certain or option
    if branch is None:
        raise _ambiguous(url, words)
    if (option or branch) != branch or not f"{joined}/".startswith(f"{branch}/"):
        raise GitUrlError(
            f"the URL has branch '{certain or joined}', but --branch is '{option}'",
            "Use only one of them.",
        )
    if _COMMIT.fullmatch(branch):
        raise GitUrlError("the URL has a commit, not a branch", f"Use {url} --branch BRANCH.")
    directory = joined[len(branch) :].strip("/")
    if directory and page in _DIRECTORIES and "root_path" not in options:
        raise GitUrlError(
            f"the URL contains the directory '{directory}'",
            f"Use {url} --branch {branch} --root-path {directory}.",
        )
    return branch


def _only_reading(page: str, words: Sequence[str]) -> str | None:
    """Return the branch if the path is unambiguous; a file path also needs a file name."""
    return words[0] if len(words) == (2 if page in _FILES else 1) else None


def _ambiguous(url: str, words: Sequence[str]) -> GitUrlError:
    return GitUrlError(
        f"the branch in '{'/'.join(words)}' is ambiguous",
        f"Use {url} with the branch, such as --branch {words[0]} or "
        f"--branch {'/'.join(words[:2])}.",
    )
