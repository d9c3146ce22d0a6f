"""The errors of a search: nothing given, nothing found, several found."""

from collections.abc import Sequence

from qovery_cli.catalog.resources import RESOURCES, SERVICES, Resource
from qovery_cli.errors import NotFoundError, QoveryError, UsageError
from qovery_cli.http.text import clean
from qovery_cli.resolve.resource_ref import ResourceRef


class MissingScopeError(UsageError):
    """Nothing names a resource that the command needs."""


def empty(noun: str, origin: str | None) -> UsageError:
    """Return the error of a text without a name in it."""
    return UsageError(
        f"The name of the {noun} is empty{_from(origin)}.",
        hint="Give a name, an id, a path or a URL; a variable of your script may be empty.",
    )


def missing(resource: Resource, everything: Sequence[ResourceRef] = ()) -> MissingScopeError:
    """Return the error of a resource that nothing names, with all that there are if known."""
    hint = f"Give it with {resource.option} NAME."
    if resource.variable:
        hint = (
            f"Give it with {resource.option} NAME or {resource.variable}, "
            "or keep it with `qovery context set`."
        )
    sentence = f"No {resource.noun} is given."
    return MissingScopeError(sentence, hint=hint, detail=candidates(everything))


def no_service() -> MissingScopeError:
    """Return the error of a service that nothing names."""
    options = ", ".join(RESOURCES[kind].option for kind in SERVICES)
    return MissingScopeError(
        "No service is given.",
        hint=f"Give its name, or one of {options}; `qovery context set` can keep it.",
    )


def no_list_yet(noun: str, text: str, level: str) -> UsageError:
    """Return the error of a name at an API level that cannot list the resources of its kind."""
    return UsageError(
        f"'{clean(text, 100)}' is not an ID, and {noun} names need API {level}.",
        hint=f"Give the ID of the {noun}.",
    )


def unsure(entries: Sequence[str]) -> UsageError:
    """Return the error of a context that names services of several kinds."""
    return UsageError(
        "The context names more than one service.",
        hint="Name the one you mean.",
        detail=tuple(entries),
    )


def not_found(
    noun: str, text: str, parent: ResourceRef | None, names: Sequence[str], origin: str | None
) -> NotFoundError:
    """Return the error of a name that nothing has, with the names that look like it."""
    return NotFoundError(
        f"There is no {noun} '{clean(text, 100)}'{_from(origin)} {_where(parent)}.",
        hint=_offer(noun, text, names),
    )


def unreadable(parent: ResourceRef, origin: str | None, error: QoveryError) -> QoveryError:
    """Return the error of a list that the API refused because its parent, an id, is none."""
    noun = RESOURCES[parent.kind].noun
    return type(error)(
        f"The API does not show {noun} {parent.id}{_from(origin)}: {error.message}",
        hint=f"Check the id of the {noun}, and whether the token may see it.",
        http=error.http,
        request_id=error.request_id,
        operation=error.operation,
    )


def unknown_id(noun: str, id: str) -> NotFoundError:
    """Return the error of an id that is in no list where it should be."""
    return NotFoundError(
        f"There is no {noun} with the id {id}.", hint="Check the id, and the context it is in."
    )


def several(noun: str, text: str, hits: Sequence[ResourceRef], origin: str | None) -> UsageError:
    """Return the error of a name that is not enough, with all that have it."""
    return UsageError(
        f"There are {len(hits)} resources that '{clean(text, 100)}'{_from(origin)} may mean "
        f"as {noun}.",
        hint="Give the id or the path of the one you mean.",
        detail=candidates(hits),
    )


def candidates(hits: Sequence[ResourceRef]) -> tuple[str, ...]:
    """Return a line for each, with kind, path and id."""
    return tuple(f"{RESOURCES[h.kind].noun} {clean(h.written)}  {h.id}" for h in hits)


def other_url(noun: str, kinds: Sequence[str], origin: str | None) -> UsageError:
    """Return the error of a URL of the console that leads elsewhere."""
    leads = f"leads to {_one(kinds[-1])}" if kinds else "leads to no resource"
    return UsageError(
        f"The URL{_from(origin)} {leads}, not to {_one(noun)}.",
        hint=f"Open the {noun} in the console and copy the address, or give its name.",
    )


def _one(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _from(origin: str | None) -> str:
    return f" (from {origin})" if origin else ""


def _where(parent: ResourceRef | None) -> str:
    if parent is None:
        return "that this token can see"
    return f"in {RESOURCES[parent.kind].noun} '{clean(parent.written)}'"


def _offer(noun: str, text: str, names: Sequence[str]) -> str:
    from qovery_cli.body.suggestions import listed, nearest

    shown = [f"'{clean(name, 100)}'" for name in nearest(text, names)]
    if shown:
        return f"Did you mean {listed(shown)}?"
    if names:
        every = listed(sorted(f"'{clean(name, 100)}'" for name in names), "and")
        return f"Those that exist: {every}."
    return f"There is no {noun} at all there; look one level up, or create one."
