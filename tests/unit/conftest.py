import pytest
from fake_api import FakeApi
from open_session import OpenSession, opener


@pytest.fixture
def api(monkeypatch) -> FakeApi:
    """The API, at level 1.0.3 unless the test selects another."""
    return FakeApi.instead_of_network(monkeypatch)


@pytest.fixture
def open_session(api, tmp_path) -> OpenSession:
    """Return a function that opens sessions to the API."""
    return opener(api, tmp_path)
