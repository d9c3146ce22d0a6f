import pytest


@pytest.mark.parametrize("path", ["argocdApp/{}"])
def test_invalid_id_is_not_found_for_unlisted_kind(newer, path):
    id = "11111111-1111-4111-8111-111111111111"
    assert newer("GET", f"/{path.format(id)}").status_code == 200
    assert newer("GET", f"/{path.format('null')}").status_code == 404
