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


def refusal(call, *args, **more):
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
def test_a_service_of_any_kind_is_found_by_its_name(resolver, acme, id_of, text, kind, path):
    found = resolver(acme, project="shop", environment="prod").find_service(text)
    assert (found.kind, found.id) == (kind, id_of(path))


def test_a_service_name_that_two_kinds_have_is_no_guess(resolver, acme):
    error = refusal(resolver(acme, project="shop", environment="staging").find_service, "api")
    assert type(error) is UsageError
    assert [line.split()[0] for line in error.detail] == ["application", "database"]


def test_a_service_that_does_not_exist_is_answered_with_the_nearest_of_all_kinds(resolver, acme):
    error = refusal(resolver(acme, project="shop", environment="prod").find_service, "proxi")
    assert type(error) is NotFoundError
    assert error.message.startswith("There is no service 'proxi' in environment")
    assert error.hint == "Did you mean 'proxy'?"


def test_the_lists_of_an_environment_are_asked_for_in_parallel(resolver, acme, id_of):
    together = threading.Barrier(3)

    def meets(operation, values):
        together.wait(5)
        return acme(operation, values)

    here = resolver(meets, environment=id_of("acme>shop>prod"))
    assert here.find_service("proxy").kind == "container"


def test_the_id_of_a_service_tells_its_kind(resolver, acme, id_of):
    assert resolver(acme).find_service(id_of("acme>shop>prod>main-db")).kind == "database"
    assert type(refusal(resolver(acme).find_service, LOOKALIKE)) is NotFoundError


def test_the_url_of_a_service_tells_its_kind(resolver, acme, id_of):
    url = f"{CONSOLE}/organization/{id_of('o')}/service/{id_of('acme>shop>prod>proxy')}"
    assert resolver(acme).find_service(url).kind == "container"


def test_the_service_of_the_scope_is_meant_if_none_is_given(resolver, acme):
    here = resolver(acme, project="shop", environment="prod", container="proxy")
    assert here.find_service().name == "proxy"


def test_a_scope_with_two_services_is_no_guess(resolver, acme):
    error = refusal(resolver(acme, application="a", database="b").find_service)
    assert error.detail == ("application a (from .qovery.yaml)", "database b (from .qovery.yaml)")


def test_no_service_at_all_names_the_options(resolver, acme):
    error = refusal(resolver(acme).find_service)
    assert isinstance(error, MissingScopeError)
    assert all(option in error.hint for option in ("--app", "--container", "--db"))
