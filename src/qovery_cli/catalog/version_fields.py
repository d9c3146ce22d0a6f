"""Fields of requests that decide which version is deployed."""

from typing import Final

#: By their last name, in bodies and queries of any operation. An empty one would be taken by the
#: API for "the version that is there already".
VERSION_FIELDS: Final = frozenset(
    {
        "branch",
        "chart_version",
        "commit_id",
        "gitCommitId",
        "git_commit_id",
        "image_tag",
        "tag",
        "values_override_git_commit_id",
        "version",
    }
)
