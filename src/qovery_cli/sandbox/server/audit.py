"""Recording of requests that change something in the audit log of their organization."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from qovery_cli.sandbox.handler import Call
from qovery_cli.sandbox.state import audit


@dataclass(slots=True)
class Outcome:
    """The result of a request: its response data."""

    data: Any = None


@contextmanager
def audited(call: Call) -> Iterator[Outcome]:
    """Record the request that the block handles, unless it is refused.

    Requests that started an action that takes time are left out: the action is in the log.
    """
    outcome = Outcome()
    operation, store = call.operation, call.store
    if not audit.is_audited(operation.method, operation.path):
        yield outcome
        return
    # A deletion leaves nothing to look at afterwards.
    before = audit.subject(store, call.path)
    organization = audit.organization_at(store, call.path, call.body)
    started = store.last_action()
    yield outcome
    if organization is None or store.last_action() > started:
        return
    if store.get("organization", organization) is None:
        return
    audit.record_change(
        store,
        organization,
        method=operation.method,
        path=operation.path,
        ids=call.path,
        author=audit.author_of(call.user, call.agent),
        agent=call.agent,
        before=before,
        after=outcome.data,
    )
