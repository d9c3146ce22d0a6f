import pytest

from qovery_cli.commands import container
from qovery_cli.errors import UsageError

ID = "22222222-2222-4222-8222-222222222222"


@pytest.mark.parametrize(("option", "tag"), [(None, "1.2"), ("2.0", "2.0")])
def test_configured_tag_is_the_default(api, open_session, option, tag):
    api.answers["getContainer"] = {"id": ID, "tag": "1.2"}
    api.answers["deployContainer"] = {"id": ID, "state": "DEPLOYMENT_QUEUED"}
    opened = open_session()
    container.deploy(opened.session, ID, option)
    (request,) = api.changes
    assert (request.path, request.body) == (f"/container/{ID}/deploy", {"image_tag": tag})
    assert f"at {tag}\n" in opened.err
    assert opened.json == {"id": ID, "state": "DEPLOYMENT_QUEUED"}


@pytest.mark.parametrize("tag", [None, ""])
def test_container_without_a_tag_is_not_deployed(api, open_session, tag):
    api.answers["getContainer"] = {"id": ID, "tag": tag}
    with pytest.raises(UsageError, match="no image tag"):
        container.deploy(open_session().session, ID)
    assert api.changes == []
