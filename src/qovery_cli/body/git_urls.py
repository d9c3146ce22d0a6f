"""Read the URL of a git repository as browsers and git hosts show it.

A URL that is copied from a browser may show a branch, a directory or a file of a repository. It is
reduced to the repository, and to the branch if only one can be meant. The forms of the paths are
those of github.com, GitLab (``/-/`` ends the path of a project, and no project can be called
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
#: The words before a branch: those of directories, and those of files.
_DIRECTORIES: Final = ("tree", "src")
_FILES: Final = ("blob",)


class GitUrlError(Exception):
    """A text is not the URL of a repository; ``hint`` is the form that is wanted."""

    def __init__(self, problem: str, hint: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.hint = hint


@record
class Repository:
    """A repository: its URL for cloning by https, host, path segments, and the branch shown."""

    url: str
    host: str
    segments: tuple[str, ...]
    branch: str | None = None

    @property
    def owner(self) -> str:
        """The owner; of a nested group all of its path."""
        return "/".join(self.segments[:-1])

    @property
    def name(self) -> str:
        """The name without the suffix of a clone URL."""
        return self.segments[-1].removesuffix(".git")


def read(text: str, siblings: Mapping[str, str] | None = None) -> Repository:
    """Return the repository that a text means, with the branch that it shows.

    ``siblings`` has what is known besides: ``branch``, ``root_path`` and ``provider``. Raises
    GitUrlError for what is no repository, for a branch or directory that is not certain or
    contradicts what is known, and for credentials, without repeating them.
    """
    known = siblings or {}
    parts = _split(text.strip())
    host = (parts.hostname or "").removeprefix("www.")
    segments = [segment for segment in parts.path.split("/") if segment]
    own, rest = _cut(host, segments, known.get("provider", ""))
    url = f"{_origin(parts, host)}/{'/'.join(own)}"
    if len(own) < 2:
        raise GitUrlError("it names no repository", "Write https://HOST/OWNER/NAME.")
    _check_port(parts, host, url)
    found = Repository(url, host, tuple(unquote(segment) for segment in own))
    if not rest:
        return found
    shown = parse_qs(parts.query).get("at", [""])[0].removeprefix("refs/heads/")
    branch = _branch(url, rest, shown, known)
    return Repository(found.url, found.host, found.segments, branch)


def _split(text: str) -> SplitResult:
    """Return the parts of a URL, which may lack the scheme or be in the form of scp."""
    wanted = "Write https://HOST/OWNER/NAME."
    scp = _SCP.fullmatch(text) if "://" not in text else None
    # Without a scheme, a host can be told from an owner by its dots or its port only.
    known_host = "://" in text or re.match(r"[^/]*[.:]", text)
    if scp:
        text = f"ssh://{scp[1]}/{scp[2]}"
    elif "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        raise GitUrlError("it is not a URL", wanted) from None
    if re.search(r"\s", text) or not text.isprintable() or "\\" in text:
        raise GitUrlError("it has characters that a URL may not have", wanted)
    if parts.scheme not in ("http", "https", *_SSH) or not host or not known_host:
        raise GitUrlError("it is not an https URL", wanted)
    _check_credentials(parts, host)
    return parts


def _check_credentials(parts: SplitResult, host: str) -> None:
    if "@" not in parts.netloc or (parts.scheme in _SSH and parts.password is None):
        return
    # Bitbucket shows clone URLs with the name of the user, which says nothing secret.
    if host == "bitbucket.org" and parts.password is None:
        return
    raise GitUrlError(
        "it has credentials in it, which would be stored readable",
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
            "the port of ssh is not that of https", f"Write the https URL, such as {url}."
        )


def _cut(host: str, segments: list[str], provider: str) -> tuple[list[str], list[str]]:
    """Return the segments of the repository's own path, and those of what is shown of it."""
    labels, provider = host.split("."), provider.upper()
    for place, segment in enumerate(segments):
        if segment.endswith(".git") and place > 0:
            return segments[: place + 1], _without_dash(segments[place + 1 :])
        if segment == "-" and place > 1:
            return segments[:place], segments[place + 1 :]
    if "gitlab" in labels or provider == "GITLAB":
        marks = [n for n, word in enumerate(segments) if n > 1 and word in ("tree", "blob")]
        end = marks[0] if marks else len(segments)
        return segments[:end], segments[end:]
    if host in _PLAIN or "github" in labels or provider == "GITHUB" or len(segments) <= 2:
        return segments[:2], segments[2:]
    url = f"https://{host}/{'/'.join(segments)}"
    raise GitUrlError(
        "which part of the path is the repository is not certain",
        f"Write its clone URL, such as {url}.git for the whole path.",
    )


def _without_dash(segments: list[str]) -> list[str]:
    return segments[1:] if segments[:1] == ["-"] else segments


def _branch(url: str, rest: Sequence[str], shown: str, known: Mapping[str, str]) -> str | None:
    """Return the branch that the path behind a repository shows."""
    mark, *raw = rest
    words = [unquote(segment) for segment in raw]
    if mark == "branch":
        words, raw = ["/".join(words)], ["/".join(raw)]
    elif mark not in (*_DIRECTORIES, *_FILES):
        raise GitUrlError("it shows a page of the repository", f"Write {url}.")
    if shown:
        words[:1] = [shown]
    if not words:
        return known.get("branch")
    joined, given = "/".join(words), known.get("branch")
    certain = words[0] if shown or "%2f" in raw[0].lower() else _only_reading(mark, words)
    branch = certain or given
    if branch is None:
        raise _ambiguous(url, words)
    if (given or branch) != branch or not f"{joined}/".startswith(f"{branch}/"):
        raise GitUrlError(
            f"it shows '{certain or joined}', but --branch is '{given}'",
            "Leave out one of the two.",
        )
    if _COMMIT.fullmatch(branch):
        raise GitUrlError("it shows a commit, not a branch", f"Write {url} --branch BRANCH.")
    directory = joined[len(branch) :].strip("/")
    if directory and mark in _DIRECTORIES and "root_path" not in known:
        raise GitUrlError(
            f"it shows the directory '{directory}'",
            f"Write {url} --branch {branch} --root-path {directory}.",
        )
    return branch


def _only_reading(mark: str, words: Sequence[str]) -> str | None:
    """Return the branch if a path can be read in one way only: a file needs a name."""
    return words[0] if len(words) == (2 if mark in _FILES else 1) else None


def _ambiguous(url: str, words: Sequence[str]) -> GitUrlError:
    return GitUrlError(
        f"where the branch ends in '{'/'.join(words)}' is not certain",
        f"Write {url} and name the branch, such as --branch {words[0]} or "
        f"--branch {'/'.join(words[:2])}.",
    )
