"""Git accounts, repositories and branches of the example organization Acme."""

from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles

_REPOSITORIES = ("storefront-api", "storefront-web", "worker", "infra")
_BRANCHES = ("main", "develop", "feat/checkout")
_OWNERS = {"github": "acme", "gitlab": "acme-group", "bitbucket": "acme"}
_HOSTS = {"github": "github.com", "gitlab": "gitlab.com", "bitbucket": "bitbucket.org"}


@handles("getGitProviderAccount", "getOrganizationGitProviderAccount")
def list_accounts(_: Call) -> Any:
    """Return the accounts; Bitbucket has none."""
    accounts = [
        {"id": "github-acme", "name": "GITHUB", "owner": "acme", "use_bot": True},
        {"id": "gitlab-acme-group", "name": "GITLAB", "owner": "acme-group", "use_bot": False},
    ]
    return {"results": accounts}


@handles(
    "getGithubRepositories",
    "getGitlabRepositories",
    "getBitbucketRepositories",
    "getOrganizationGithubRepositories",
    "getOrganizationGitlabRepositories",
    "getOrganizationBitbucketRepositories",
)
def list_repositories(call: Call) -> Any:
    """Return the repositories of the provider in the path."""
    provider = _provider(call)
    names = () if provider == "bitbucket" else _REPOSITORIES
    owner, host = _OWNERS[provider], _HOSTS[provider]
    return {
        "results": [
            {
                "id": f"{owner}/{name}",
                "name": f"{owner}/{name}",
                "url": f"https://{host}/{owner}/{name}.git",
                "default_branch": "main",
                "is_private": name == "infra",
            }
            for name in names
        ]
    }


@handles(
    "getGithubRepositoryBranches",
    "getGitlabRepositoryBranches",
    "getBitbucketRepositoryBranches",
    "getOrganizationGithubRepositoryBranches",
    "getOrganizationGitlabRepositoryBranches",
    "getOrganizationBitbucketRepositoryBranches",
)
def list_branches(call: Call) -> Any:
    """Return the branches of the repository ``name``; empty if it is unknown."""
    owner, _, name = call.query.get("name", "").partition("/")
    exists = owner == _OWNERS[_provider(call)] and name.removesuffix(".git") in _REPOSITORIES
    return {"results": [{"name": branch} for branch in _BRANCHES] if exists else []}


@handles("organizationGithubAppDisconnect")
def disconnect(call: Call) -> None:
    """Disconnect GitHub; 403 while applications use it, unless forced."""
    if call.flag("force"):
        return
    count = sum(
        application["git_repository"].get("provider") == "GITHUB"
        for project in call.store.children("project", call.path["organizationId"])
        for environment in call.store.children("environment", project["id"])
        for application in call.store.children("application", environment["id"])
    )
    if count:
        raise Refusal(403, f"{count} applications use the GitHub app; force disconnects it anyway.")


def _provider(call: Call) -> str:
    return call.operation.path.partition("/account/")[2].partition("/")[0]
