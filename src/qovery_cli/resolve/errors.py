"""Errors of name resolution: missing, unknown and ambiguous names."""

from collections.abc import Sequence

from qovery_cli.catalog.resources import RESOURCES, Resource
from qovery_cli.errors import NotFoundError, QoveryError, UsageError
from qovery_cli.http.text import clean
from qovery_cli.messages import available, capitalized, does_not_exist, from_origin
from qovery_cli.resolve.resource_ref import ResourceRef


class MissingScopeError(UsageError):
    """No option, variable or context names a resource that the command needs."""


def empty_name(noun: str, origin: str | None) -> UsageError:
    """Return the error for an empty name."""
    return UsageError(
        f"The name of the {noun} is empty{from_origin(origin)}.",
        hint="Use a name, ID, path or URL; a variable of your script may be empty.",
    )


def missing_resource(resource: Resource, choices: Sequence[ResourceRef] = ()) -> MissingScopeError:
    """Return the error for a resource that is not specified, listing the choices if known."""
    hint = f"Use {resource.option} NAME."
    if resource.variable:
        hint = (
            f"Use {resource.option} NAME, set {resource.variable}, "
            "or set a default with `qovery context set`."
        )
    message = f"No {resource.noun} specified."
    return MissingScopeError(message, hint=hint, detail=candidates(choices))


def missing_service(resources: Sequence[Resource]) -> MissingScopeError:
    """Return the error for a service that is not specified; ``resources`` are its kinds."""
    options = ", ".join(resource.option for resource in resources)
    return MissingScopeError(
        "No service specified.",
        hint=f"Use its name, one of {options}, or set a default with `qovery context set`.",
    )


def names_unsupported(noun: str, text: str, level: str) -> UsageError:
    """Return the error for a name at an API level that has no list of its kind."""
    return UsageError(
        f"'{clean(text, 100)}' is not an ID, and {noun} names require API {level}.",
        hint=f"Use the ID of the {noun}.",
    )


def ambiguous_context(entries: Sequence[str]) -> UsageError:
    """Return the error for a context that names services of several kinds."""
    return UsageError(
        "The context contains more than one service.",
        hint="Specify the service on the command line.",
        detail=tuple(entries),
    )


def not_found(
    noun: str, text: str, parent: ResourceRef | None, names: Sequence[str], origin: str | None
) -> NotFoundError:
    """Return the error for an unknown name, suggesting similar ones."""
    return NotFoundError(
        does_not_exist(noun, clean(text, 100), origin, _location(parent)),
        hint=_not_found_hint(noun, text, parent, names),
    )


def unreadable_parent(parent: ResourceRef, origin: str | None, error: QoveryError) -> QoveryError:
    """Return the error for a list that the API refused because the id of its parent is invalid."""
    noun = RESOURCES[parent.kind].noun
    return type(error)(
        f"Cannot read {noun} {parent.id}{from_origin(origin)}: {error.message}",
        hint=f"Check the ID of the {noun} and the permissions of the token.",
        http=error.http,
        request_id=error.request_id,
        operation=error.operation,
    )


def unknown_id(noun: str, id: str) -> NotFoundError:
    """Return the error for an id that is missing from the list of its kind."""
    return NotFoundError(
        does_not_exist(noun, id), hint="Check the ID and the context (`qovery context`)."
    )


def ambiguous_name(
    noun: str, text: str, matches: Sequence[ResourceRef], origin: str | None
) -> UsageError:
    """Return the error for a name that several resources have, listing them."""
    return UsageError(
        f"{capitalized(noun)} '{clean(text, 100)}'{from_origin(origin)} is ambiguous: "
        f"{len(matches)} resources match.",
        hint="Use the ID or the path of one of them.",
        detail=candidates(matches),
    )


def candidates(resources: Sequence[ResourceRef]) -> tuple[str, ...]:
    """Return one line for each resource, with kind, path and id."""
    return tuple(f"{RESOURCES[r.kind].noun} {clean(r.written)}  {r.id}" for r in resources)


def wrong_url_kind(noun: str, kinds: Sequence[str], origin: str | None) -> UsageError:
    """Return the error for a console URL of a resource of another kind."""
    actual = f"identifies {_with_article(kinds[-1])}" if kinds else "identifies no resource"
    return UsageError(
        f"The URL{from_origin(origin)} {actual}, not {_with_article(noun)}.",
        hint=f"Open the {noun} in the console and copy its URL, or use its name.",
    )


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _location(parent: ResourceRef | None) -> str:
    if parent is None:
        return "or is not visible to this token"
    return f"in {RESOURCES[parent.kind].noun} '{clean(parent.written)}'"


def _not_found_hint(noun: str, text: str, parent: ResourceRef | None, names: Sequence[str]) -> str:
    from qovery_cli.body.suggestions import did_you_mean, nearest

    suggestion = did_you_mean([clean(name, 100) for name in nearest(text, names)])
    if suggestion:
        return suggestion
    plural = next((r.plural for r in RESOURCES.values() if r.noun == noun), f"{noun}s")
    if names:
        return available(plural, sorted(clean(name, 100) for name in names))
    if parent is None:
        return f"The token has access to no {plural}."
    return f"{capitalized(RESOURCES[parent.kind].noun)} '{clean(parent.written)}' has no {plural}."
