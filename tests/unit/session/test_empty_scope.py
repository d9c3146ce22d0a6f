from types import SimpleNamespace

import pytest

from qovery_cli.errors import UsageError
from qovery_cli.session.empty_scope import EmptyScope

ENTRY = SimpleNamespace(value="shop", origin=".qovery.yaml", passed_over="QOVERY_PROJECT")


def test_change_is_refused():
    notices = []
    with pytest.raises(UsageError) as caught:
        EmptyScope(notices.append, changes=True).used(ENTRY)
    assert caught.value.message == (
        "QOVERY_PROJECT is set but empty; refusing to use 'shop' from .qovery.yaml instead."
    )
    assert notices == []


def test_read_prints_one_notice_for_each_variable():
    notices = []
    rule = EmptyScope(notices.append, changes=False)
    rule.used(ENTRY)
    rule.used(ENTRY)
    rule.replaced("QOVERY_ORGANIZATION", "the only organization")
    assert notices == [
        "QOVERY_PROJECT is set but empty: using 'shop' from .qovery.yaml.",
        "QOVERY_ORGANIZATION is set but empty: using the only organization.",
    ]
