"""Templates of lifecycle jobs: a Dockerfile, commands by event and variables."""

import uuid
from collections.abc import Iterator
from typing import Any

_CLOUDS = ("AWS", "SCW", "GCP", "AZURE", "ON_PREMISE")
_SOURCE = "https://github.com/acme/lifecycle-templates"
_TERRAFORM = """\
FROM hashicorp/terraform:1.13
WORKDIR /app
COPY . .
ENTRYPOINT ["/app/run.sh"]
"""
_CLOUDFORMATION = """\
FROM amazon/aws-cli:2.31.0
WORKDIR /app
COPY . .
ENTRYPOINT ["/app/run.sh"]
"""
#: Name, description, clouds, Dockerfile, and variables: name, description, default, if secret.
_TEMPLATES: tuple[
    tuple[str, str, tuple[str, ...], str, tuple[tuple[str, str, str, bool], ...]], ...
] = (
    (
        "Terraform",
        "Apply a Terraform module, and destroy it with the environment.",
        _CLOUDS,
        _TERRAFORM,
        (("TF_WORKSPACE", "Workspace of the state.", "default", False),),
    ),
    (
        "CloudFormation",
        "Create a stack of AWS CloudFormation, and delete it with the environment.",
        ("AWS",),
        _CLOUDFORMATION,
        (
            ("AWS_DEFAULT_REGION", "Region of the stack.", "eu-west-3", False),
            ("AWS_ACCESS_KEY_ID", "Key that may create the stack.", "", False),
            ("AWS_SECRET_ACCESS_KEY", "Secret of the key.", "", True),
        ),
    ),
)


def templates_for(cloud: str) -> Iterator[dict[str, Any]]:
    """Yield the templates for a cloud, as the API shows a single one."""
    chosen = cloud if cloud in _CLOUDS else "ON_PREMISE"
    for name, description, clouds, dockerfile, variables in _TEMPLATES:
        if chosen in clouds:
            yield {
                "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{_SOURCE}/{chosen}/{name}")),
                "name": name,
                "description": description,
                "cloud_provider": chosen,
                "sourceUrl": f"{_SOURCE}/tree/main/{name.lower()}",
                "dockerfile": dockerfile,
                "max_duration_in_sec": 1800,
                "resources": {"cpu_milli": 500, "ram_mib": 512},
                "events": [
                    {"name": event, "command": [command], "entrypoint": "/app/run.sh"}
                    for event, command in (("start", "apply"), ("delete", "destroy"))
                ],
                "variables": [
                    {"name": key, "description": text, "default": default, "is_secret": secret}
                    for key, text, default, secret in variables
                ],
            }
