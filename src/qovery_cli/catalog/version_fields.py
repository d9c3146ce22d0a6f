"""Request fields that select the version to deploy or to run."""

from typing import Final

#: The last segment of the path, in bodies and queries of any operation. For an empty value, the
#: API would deploy the current version.
VERSION_FIELDS: Final = frozenset(
    {
        "branch",
        "chart_version",
        "commit_id",
        "engine_version",
        "explicit_version",
        "gitCommitId",
        "git_commit_id",
        "image_tag",
        "image_version",
        "tag",
        "target_kubernetes_version",
        "values_override_git_commit_id",
        "version",
    }
)
