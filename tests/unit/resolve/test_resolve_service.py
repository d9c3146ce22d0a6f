import threading

import pytest

from qovery_cli.errors import (
    NotFoundError,
    QoveryError,
    UsageError,
)
from qovery_cli.resolve.errors import MissingScopeError

CONSOLE = "https://console.qovery.com"
LOOKALIKE = "f73e3833-922a-48a5-9dbd-6163f43f9143"


def error_of(call, *args, **more):
    with pytest.raises(QoveryError) as caught:
        call(*args, **more)
    return caught.value


@pytest.mark.parametrize(
    ("text", "kind", "path"),
    [
        ("web", "application", "acme>shop>prod>web"),
        ("Proxy", "container", "acme>shop>prod>proxy"),
        ("main-db", "database", "acme>shop>prod>main-db"),
        ("blog/prod/api", "application", "acme>blog>prod>api"),
    ],
)
def test_service_of_any_kind_is_found_by_name(resolver, acme, id_of, text, kind, path):
    found = resolver(acme, project="shop", environment="prod").find_service(text)
    assert (found.kind, found.id) == (kind, id_of(path))


def test_service_name_of_two_kinds_is_ambiguous(resolver, acme):
    error = error_of(resolver(acme, project="shop", environment="staging").find_service, "api")
    assert type(error) is UsageError
    assert [line.split()[0] for line in error.detail] == ["application", "database"]


def test_unknown_service_suggests_the_nearest_of_all_kinds(resolver, acme):
    error = error_of(resolver(acme, project="shop", environment="prod").find_service, "proxi")
    assert type(error) is NotFoundError
    assert error.message.startswith("Service 'proxi' does not exist in environment")
    assert error.hint == "Did you mean 'proxy'?"


def test_service_lists_are_fetched_in_parallel(resolver, acme, id_of):
    together = threading.Barrier(3)

    def meets(operation, values):
        together.wait(5)
        return acme(operation, values)

    here = resolver(meets, environment=id_of("acme>shop>prod"))
    assert here.find_service("proxy").kind == "container"


def test_service_id_determines_its_kind(resolver, acme, id_of):
    assert resolver(acme).find_service(id_of("acme>shop>prod>main-db")).kind == "database"
    assert type(error_of(resolver(acme).find_service, LOOKALIKE)) is NotFoundError


def test_service_url_determines_its_kind(resolver, acme, id_of):
    url = f"{CONSOLE}/organization/{id_of('o')}/service/{id_of('acme>shop>prod>proxy')}"
    assert resolver(acme).find_service(url).kind == "container"


def test_scope_service_is_the_default(resolver, acme):
    here = resolver(acme, project="shop", environment="prod", container="proxy")
    assert here.find_service().name == "proxy"


def test_scope_with_two_services_is_ambiguous(resolver, acme):
    error = error_of(resolver(acme, application="a", database="b").find_service)
    assert error.detail == ("application a (from .qovery.yaml)", "database b (from .qovery.yaml)")


def test_missing_service_names_the_options(resolver, acme):
    error = error_of(resolver(acme).find_service)
    assert isinstance(error, MissingScopeError)
    assert all(option in error.hint for option in ("--app", "--container", "--db"))
