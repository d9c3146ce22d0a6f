"""Git accounts, repositories and branches of the example organization Acme."""

from collections.abc import Mapping
from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.state.repository_files import directories_of

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


#: Variables of the Terraform modules: file, name, description, default, and if it is sensitive.
_VARIABLES: Mapping[str, tuple[tuple[str, str, str | None, str | None, bool], ...]] = {
    "infra": (
        ("terraform/variables.tf", "region", "Region of all resources.", "eu-west-3", False),
        ("terraform/variables.tf", "environment", None, None, False),
        ("terraform/variables.tf", "admin_password", "Password of the bastion.", None, True),
        ("terraform/storage/variables.tf", "bucket_name", "Name of the bucket.", None, False),
        ("terraform/storage/variables.tf", "versioning", None, "false", False),
    ),
}
_TFVARS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "infra": {
        "terraform/production.tfvars": {"region": "eu-west-3", "environment": "production"},
        "terraform/staging.tfvars": {"region": "eu-west-3", "environment": "staging"},
        "terraform/storage/storage.tfvars": {"bucket_name": "acme-assets"},
    },
}


@handles("listDirectoriesFromGitRepository")
def list_directories(call: Call) -> Any:
    """Return the directories directly below the root path."""
    name, root = _repository(call.body)
    return {"results": [path for path in directories_of(name) if path.rpartition("/")[0] == root]}


@handles("parseTerraformVariablesFromGitRepo")
def list_terraform_variables(call: Call) -> Any:
    """Return the variables of the Terraform module at the root path."""
    name, root = _repository(call.body["git_repository"])
    return {
        "results": [
            {
                "key": key,
                "source": source,
                "description": text,
                "default": default,
                "sensitive": sensitive,
                "nullable": default is not None,
            }
            for source, key, text, default, sensitive in _VARIABLES.get(name, ())
            if source.rpartition("/")[0] == root
        ]
    }


@handles("listTfVarsFilesFromGitRepo")
def list_tfvars_files(call: Call) -> Any:
    """Return the files of values below the root path, or those that the request names."""
    name, root = _repository(call.body["git_repository"])
    files = _TFVARS.get(name, {})
    mode = call.body["mode"]
    if mode["type"] == "SpecificPaths":
        missing = [path for path in mode["paths"] if path.strip("/") not in files]
        if missing:
            raise Refusal(400, f"mode.paths: the repository has no file {missing[0]}.")
        chosen = [path.strip("/") for path in mode["paths"]]
    else:
        chosen = [path for path in files if path.startswith(f"{root}/" if root else "")]
    return {"results": [{"source": path, "variables": dict(files[path])} for path in chosen]}


def _repository(body: Mapping[str, Any]) -> tuple[str, str]:
    """Return the name of a repository and the root path without slashes around it.

    Raises Refusal 404 for a repository that the sandbox does not have.
    """
    name = str(body["url"]).rstrip("/").removesuffix(".git").rpartition("/")[2]
    if name not in _REPOSITORIES:
        raise Refusal(404, f"No repository {body['url']} was found.")
    return name, str(body.get("root_path") or "/").strip("/")


@handles("organizationGithubAppConnect")
def connect(call: Call) -> None:
    """Connect GitHub; its repositories are there without."""
    if not call.body["code"].strip() or not call.body["installation_id"].strip():
        raise Refusal(400, "code and installation_id must not be empty.")


def _provider(call: Call) -> str:
    return call.operation.path.partition("/account/")[2].partition("/")[0]
