import pytest

UNKNOWN = "11111111-1111-4111-8111-111111111111"

BODY = {"name": "api", "git_repository": {"url": "https://github.com/acme/storefront-api.git"}}
PUBLIC = {"internal_port": 8080, "publicly_accessible": True}
PRIVATE = {"internal_port": 9000, "publicly_accessible": False, "external_port": 9000}
VOLUME = {"type": "FAST_SSD", "size": 16, "mount_point": "/data"}


@pytest.fixture
def path(world):
    return f"/environment/{world['environment']['id']}/application"


@pytest.fixture
def made(api, path):
    return api.post(path, {**BODY, "ports": [PUBLIC, PRIVATE], "storage": [VOLUME]})


def own(made):
    return f"/application/{made['id']}"


def test_a_new_application_has_the_documented_defaults(api, path):
    made = api.post(path, BODY)
    assert (made["cpu"], made["memory"]) == (500, 512)
    assert (made["min_running_instances"], made["max_running_instances"]) == (1, 1)
    assert (made["build_mode"], made["auto_preview"]) == ("BUILDPACKS", True)
    assert (made["ports"], made["storage"]) == ([], [])


def test_the_repository_is_filled_in_from_its_address(api, path):
    repository = api.post(path, BODY)["git_repository"]
    assert (repository["provider"], repository["owner"]) == ("GITHUB", "acme")
    assert (repository["name"], repository["branch"]) == ("storefront-api", "main")
    assert repository["has_access"] is True
    assert len(repository["deployed_commit_id"]) == 40


def test_the_head_of_the_branch_is_the_newest_commit(api, made):
    commits = api.get(f"{own(made)}/commit")["results"]
    assert len(commits) == 100
    assert commits[0]["git_commit_id"] == made["git_repository"]["deployed_commit_id"]
    moments = [commit["created_at"] for commit in commits]
    assert moments == sorted(moments, reverse=True)


def test_commits_can_be_narrowed(api, made):
    commits = api.get(f"{own(made)}/commit")["results"]
    tenth = commits[9]["git_commit_id"]
    for wanted in (tenth, tenth[:12]):
        assert api.get(f"{own(made)}/commit", gitCommitId=wanted)["results"] == [commits[9]]


def test_a_commit_is_no_start_of_a_page(api, made):
    (first, *_) = api.get(f"{own(made)}/commit")["results"]
    for start in (first["git_commit_id"], "nothing", "", f"{UNKNOWN}0"):
        answer = api("GET", f"{own(made)}/commit", startId=start)
        assert (answer.status_code, "startId" in answer.text) == (400, True)
    assert api("GET", f"{own(made)}/commit", startId=UNKNOWN).status_code == 404


def test_contributors_are_the_authors_of_the_commits(api, made):
    authors = {commit["author_name"] for commit in api.get(f"{own(made)}/commit")["results"]}
    people = api.get(f"{own(made)}/contributor")["results"]
    assert {f"{person['first_name']} {person['last_name']}" for person in people} == authors


def test_names_ignore_case_within_an_environment(api, path, made):
    assert api("POST", path, {**BODY, "name": "API"}).status_code == 409


def test_ports_are_completed(made):
    public, private = made["ports"]
    assert (public["name"], public["protocol"], public["external_port"]) == ("p8080", "HTTP", 443)
    assert (public["is_default"], private["is_default"]) == (True, False)
    assert "external_port" not in private


def test_port_with_its_id_is_updated_one_without_is_new_and_the_rest_is_deleted(api, made):
    kept = {**made["ports"][0], "internal_port": 8081}
    new = {"internal_port": 7000, "publicly_accessible": False}
    after = api.put(own(made), {**BODY, "ports": [kept, new]})["ports"]
    assert [port["internal_port"] for port in after] == [8081, 7000]
    assert after[0]["id"] == made["ports"][0]["id"]
    assert after[1]["id"] not in {port["id"] for port in made["ports"]}


def test_a_volume_keeps_its_id_only_if_it_is_sent(api, made):
    kept = {**made["storage"][0], "size": 32}
    assert api.put(own(made), {**BODY, "storage": [kept]})["storage"] == [kept]
    again = api.put(own(made), {**BODY, "storage": [VOLUME]})["storage"]
    assert again[0]["id"] != kept["id"]


def test_an_edit_replaces_the_whole_application(api, path):
    whole = {**BODY, "cpu": 1000, "description": "x", "ports": [PUBLIC], "storage": [VOLUME]}
    made = api.post(path, whole)
    after = api.put(own(made), {"cpu": 750})
    assert (after["cpu"], after["name"]) == (750, "api")
    assert (after["ports"], after["storage"]) == ([], [])
    assert "description" not in after
    assert after["git_repository"] == made["git_repository"]


def test_another_branch_has_other_commits(api, made):
    repository = {**BODY["git_repository"], "branch": "develop"}
    after = api.put(own(made), {"name": "api", "git_repository": repository})["git_repository"]
    assert after["deployed_commit_id"] != made["git_repository"]["deployed_commit_id"]
    head = api.get(f"{own(made)}/commit")["results"][0]
    assert head["git_commit_id"] == after["deployed_commit_id"]


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"name": ""}, "name"),
        ({"cpu": 0}, "cpu"),
        ({"memory": 99999}, "memory"),
        ({"min_running_instances": 3, "max_running_instances": 2}, "max_running_instances"),
        ({"min_running_instances": -1}, "min_running_instances"),
        ({"max_running_instances": -2}, "max_running_instances"),
        ({"build_mode": "DOCKER"}, "dockerfile_path"),
        ({"ports": [{**PUBLIC, "internal_port": 70000}]}, "ports.internal_port"),
        ({"storage": [{**VOLUME, "size": 1}]}, "storage.size"),
        ({"storage": [VOLUME, VOLUME]}, "storage.mount_point"),
    ],
)
def test_invalid_field_is_rejected_by_name(api, path, more, field):
    answer = api("POST", path, {**BODY, **more})
    assert answer.status_code == 400
    assert answer.json()["message"].startswith(field)


def test_no_limit_of_instances_is_minus_one(api, path):
    assert api.post(path, {**BODY, "max_running_instances": -1})["max_running_instances"] == -1


def test_a_deployed_application_that_is_edited_is_out_of_date(api, path, made):
    commit = made["git_repository"]["deployed_commit_id"]
    api.post(f"{own(made)}/deploy", {"git_commit_id": commit})
    api.pass_time(120)
    assert api.get(f"{own(made)}/status")["service_deployment_status"] == "UP_TO_DATE"
    assert api.get(path, toUpdate="true")["results"] == []
    api.put(own(made), {**BODY, "cpu": 750})
    assert api.get(f"{own(made)}/status")["service_deployment_status"] == "OUT_OF_DATE"
    assert len(api.get(path, toUpdate="true")["results"]) == 1


def test_deleting_takes_time_only_if_it_was_deployed(api, path, made):
    other = api.post(path, {**BODY, "name": "other"})
    api.delete(own(other))
    assert api("GET", own(other)).status_code == 404
    commit = made["git_repository"]["deployed_commit_id"]
    api.post(f"{own(made)}/deploy", {"git_commit_id": commit})
    api.pass_time(120)
    api.delete(own(made))
    assert api.get(f"{own(made)}/status")["state"] == "DELETE_QUEUED"
    api.pass_time(120)
    assert api("GET", own(made)).status_code == 404
    assert api.store.all("commit") == []


def test_links_are_those_of_public_ports(api, made):
    links = api.get(f"{own(made)}/link")["results"]
    assert len(links) == 1
    assert links[0]["url"].startswith("https://p8080-z")


def test_the_network_can_be_set(api, made):
    assert api.get(f"{own(made)}/network") == {"sticky_session": False}
    answer = api("PUT", f"{own(made)}/network", {"sticky_session": True})
    assert (answer.status_code, answer.json()) == (201, {"sticky_session": True})
    assert api.get(f"{own(made)}/network") == {"sticky_session": True}


def test_languages_are_those_that_buildpacks_know(api, path):
    listed = api.get(f"{path}/supportedLanguage")["results"]
    assert {"GO", "NODE_JS", "PYTHON"} <= {language["name"] for language in listed}


def test_tags_are_answered_all_at_once(api, made):
    api.post(f"{own(made)}/tag", {"name": "a"})
    tags = api.post(f"{own(made)}/tag", {"name": "b"})["results"]
    assert [tag["name"] for tag in tags] == ["a", "b"]
    api.delete(f"{own(made)}/tag/{tags[0]['id']}")
    assert [tag["name"] for tag in api.get(f"{own(made)}/tag")["results"]] == ["b"]


def test_statuses_of_an_environment_are_those_of_its_applications(api, path, made):
    listed = api.get(f"{path}/status")["results"]
    assert listed == [api.get(f"{own(made)}/status")]
    assert listed[0]["state"] == "READY"
    assert listed[0]["service_deployment_status"] == "NEVER_DEPLOYED"


@pytest.mark.parametrize("url", ["", "acme/api", "https://git hub.com/acme/api", "git@acme:api"])
def test_a_repository_has_a_url(api, path, url):
    answer = api("POST", path, {**BODY, "git_repository": {"url": url}})
    assert answer.status_code == 400
    assert "git_repository.url" in answer.json()["message"]
