"""Errors of name resolution: missing, unknown and ambiguous names."""

from collections.abc import Sequence

from qovery_cli.catalog.resources import RESOURCES, SERVICES, Resource
from qovery_cli.errors import NotFoundError, QoveryError, UsageError
from qovery_cli.http.text import clean
from qovery_cli.resolve.resource_ref import ResourceRef


class MissingScopeError(UsageError):
    """No option, variable or context names a resource that the command needs."""


def empty_name(noun: str, origin: str | None) -> UsageError:
    """Return the error for an empty name."""
    return UsageError(
        f"The name of the {noun} is empty{_from(origin)}.",
        hint="Give a name, an id, a path or a URL; a variable of your script may be empty.",
    )


def missing_resource(resource: Resource, choices: Sequence[ResourceRef] = ()) -> MissingScopeError:
    """Return the error for a resource that is not specified, listing the choices if known."""
    hint = f"Give it with {resource.option} NAME."
    if resource.variable:
        hint = (
            f"Give it with {resource.option} NAME or {resource.variable}, "
            "or keep it with `qovery context set`."
        )
    message = f"No {resource.noun} is given."
    return MissingScopeError(message, hint=hint, detail=candidates(choices))


def missing_service() -> MissingScopeError:
    """Return the error for a service that is not specified."""
    options = ", ".join(RESOURCES[kind].option for kind in SERVICES)
    return MissingScopeError(
        "No service is given.",
        hint=f"Give its name, or one of {options}; `qovery context set` can keep it.",
    )


def names_unsupported(noun: str, text: str, level: str) -> UsageError:
    """Return the error for a name at an API level that has no list of its kind."""
    return UsageError(
        f"'{clean(text, 100)}' is not an ID, and {noun} names need API {level}.",
        hint=f"Give the ID of the {noun}.",
    )


def ambiguous_context(entries: Sequence[str]) -> UsageError:
    """Return the error for a context that names services of several kinds."""
    return UsageError(
        "The context names more than one service.",
        hint="Name the one you mean.",
        detail=tuple(entries),
    )


def not_found(
    noun: str, text: str, parent: ResourceRef | None, names: Sequence[str], origin: str | None
) -> NotFoundError:
    """Return the error for an unknown name, suggesting similar ones."""
    return NotFoundError(
        f"There is no {noun} '{clean(text, 100)}'{_from(origin)} {_location(parent)}.",
        hint=_not_found_hint(noun, text, names),
    )


def unreadable_parent(parent: ResourceRef, origin: str | None, error: QoveryError) -> QoveryError:
    """Return the error for a list that the API refused because the id of its parent is invalid."""
    noun = RESOURCES[parent.kind].noun
    return type(error)(
        f"The API does not show {noun} {parent.id}{_from(origin)}: {error.message}",
        hint=f"Check the id of the {noun}, and whether the token may see it.",
        http=error.http,
        request_id=error.request_id,
        operation=error.operation,
    )


def unknown_id(noun: str, id: str) -> NotFoundError:
    """Return the error for an id that is missing from the list of its kind."""
    return NotFoundError(
        f"There is no {noun} with the id {id}.", hint="Check the id, and the context it is in."
    )


def ambiguous_name(
    noun: str, text: str, matches: Sequence[ResourceRef], origin: str | None
) -> UsageError:
    """Return the error for a name that several resources have, listing them."""
    return UsageError(
        f"There are {len(matches)} resources that '{clean(text, 100)}'{_from(origin)} may mean "
        f"as {noun}.",
        hint="Give the id or the path of the one you mean.",
        detail=candidates(matches),
    )


def candidates(resources: Sequence[ResourceRef]) -> tuple[str, ...]:
    """Return one line for each resource, with kind, path and id."""
    return tuple(f"{RESOURCES[r.kind].noun} {clean(r.written)}  {r.id}" for r in resources)


def wrong_url_kind(noun: str, kinds: Sequence[str], origin: str | None) -> UsageError:
    """Return the error for a console URL of a resource of another kind."""
    leads = f"leads to {_with_article(kinds[-1])}" if kinds else "leads to no resource"
    return UsageError(
        f"The URL{_from(origin)} {leads}, not to {_with_article(noun)}.",
        hint=f"Open the {noun} in the console and copy the address, or give its name.",
    )


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _from(origin: str | None) -> str:
    return f" (from {origin})" if origin else ""


def _location(parent: ResourceRef | None) -> str:
    if parent is None:
        return "that this token can see"
    return f"in {RESOURCES[parent.kind].noun} '{clean(parent.written)}'"


def _not_found_hint(noun: str, text: str, names: Sequence[str]) -> str:
    from qovery_cli.body.suggestions import listed, nearest

    suggestions = [f"'{clean(name, 100)}'" for name in nearest(text, names)]
    if suggestions:
        return f"Did you mean {listed(suggestions)}?"
    if names:
        all_names = listed(sorted(f"'{clean(name, 100)}'" for name in names), "and")
        return f"Those that exist: {all_names}."
    return f"There is no {noun} at all there; look one level up, or create one."
