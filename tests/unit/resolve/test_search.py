import pytest

from qovery_cli.errors import (
    QoveryError,
    UsageError,
)

LOOKALIKE = "f73e3833-922a-48a5-9dbd-6163f43f9143"


def error_of(call, *args, **more):
    with pytest.raises(QoveryError) as caught:
        call(*args, **more)
    return caught.value


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("shop/prod/api", "acme>shop>prod>api"),
        ("blog/prod/api", "acme>blog>prod>api"),
        ("acme/shop/staging/api", "acme>shop>staging>api"),
        ("SHOP/Prod/API", "acme>shop>prod>api"),
        ("shop/[PR] feat/x/api", "acme>shop>[PR] feat/x>api"),
        ("shop/[PR] feat%2Fx/api", "acme>shop>[PR] feat/x>api"),
        ("blog/prod/wörter 🚀", "acme>blog>prod>Wörter 🚀"),
        ("blog/prod/W%C3%B6rter%20🚀", "acme>blog>prod>Wörter 🚀"),
    ],
)
def test_path_of_names_is_resolved(resolver, acme, id_of, text, path):
    assert resolver(acme).find("application", text).id == id_of(path)


def test_short_path_starts_in_the_scope(resolver, acme, id_of):
    found = resolver(acme, project="shop").find("application", "staging/api")
    assert found.id == id_of("acme>shop>staging>api")


def test_path_overrides_the_scope(resolver, acme, id_of):
    here = resolver(acme, project="shop", environment="staging")
    assert here.find("application", "blog/prod/api").id == id_of("acme>blog>prod>api")


def test_path_is_resolved_with_a_stale_scope(resolver, acme, id_of):
    here = resolver(acme, project="gone", environment="gone")
    assert here.find("application", "shop/prod/api").id == id_of("acme>shop>prod>api")


def test_path_may_contain_ids(resolver, acme, id_of):
    text = f"{id_of('acme>shop>prod')}/web"
    assert resolver(acme).find("application", text).id == id_of("acme>shop>prod>web")


def test_name_is_preferred_over_path(resolver, world, id_of):
    tree = {
        "": {"organization": ["acme"]},
        "acme": {"project": ["shop", "feat"]},
        "acme>shop": {"environment": ["feat/x"]},
        "acme>feat": {"environment": ["x"]},
    }
    here = resolver(world(tree), project="shop")
    assert here.find("environment", "feat/x").id == id_of("acme>shop>feat/x")
    assert here.find("environment", "acme/feat/x").id == id_of("acme>feat>x")
    assert here.find("environment", "feat%2Fx").id == id_of("acme>shop>feat/x")


def test_ambiguous_path_is_rejected(resolver, world):
    tree = {
        "": {"organization": ["acme"]},
        "acme": {"project": ["p"]},
        "acme>p": {"environment": ["x", "x/y"]},
        "acme>p>x": {"application": ["y/z"]},
        "acme>p>x/y": {"application": ["z"]},
    }
    error = error_of(resolver(world(tree)).find, "application", "p/x/y/z")
    assert type(error) is UsageError
    assert len(error.detail) == 2


def test_name_in_uuid_form_is_found_by_path(resolver, world, id_of):
    tree = {
        "": {"organization": ["acme"]},
        "acme": {"project": ["shop"]},
        "acme>shop": {"environment": [LOOKALIKE]},
        f"acme>shop>{LOOKALIKE}": {"application": [LOOKALIKE]},
    }
    here = resolver(world(tree), project="shop")
    expected = id_of(f"acme>shop>{LOOKALIKE}")
    assert here.find("environment", f"shop/{LOOKALIKE}").id == expected
    assert here.find("environment", LOOKALIKE.replace("-", "%2D", 1)).id == expected
    found = here.find("application", f"shop/{LOOKALIKE}/{LOOKALIKE}")
    assert found.id == id_of(f"acme>shop>{LOOKALIKE}>{LOOKALIKE}")


def test_short_path_names_the_missing_parent(resolver, acme):
    error = error_of(resolver(acme).find, "application", "prod/api")
    assert error.message == "No project specified."
