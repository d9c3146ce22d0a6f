"""The main job, from nothing to a running application and back, as a user types it."""

import re

import pytest

BODY = """\
name: checkout
git_repository:
  url: https://github.com/acme/checkout
  branch: main
build_mode: DOCKER
dockerfile_path: Dockerfile
cpu: 500
memory: 512
ports:
  - internal_port: 8080
    external_port: 443
    publicly_accessible: true
    protocol: HTTP
"""


@pytest.fixture(params=["1.0.3", "1.0.4"])
def job(request, qovery):
    """The program at one level, and the name of a project that is not there yet."""
    suffix = "" if request.param == "1.0.3" else "_104"
    sandbox = request.getfixturevalue(f"sandbox{suffix}")

    def job(line: str, *words: str, **more):
        return qovery(line, *words, env=sandbox.environ, **more)

    job.project = sandbox.new_name("checkout-shop")
    job.sandbox = sandbox
    return job


def test_from_a_project_to_a_running_application_and_back(job, home):
    home.write("checkout.yaml", BODY)
    place = f"--project {job.project} --env staging"
    steps = [
        f"project create {job.project}",
        f"env create staging --project {job.project} --mode STAGING --cluster scw-staging",
        f"app create -f checkout.yaml {place}",
        f"var set LOG_LEVEL=debug PORT=8080 --app checkout {place}",
        f"app deploy checkout {place} --wait --timeout 60s",
    ]
    for line in steps:
        ended = job(f"{line} -o json")
        assert ended.code == 0, f"{line}\n{ended}"
        assert ended.json
    listed = job(f"app list {place} -o json").json
    assert [one["name"] for one in listed] == ["checkout"]
    state = job(f"app status checkout {place} -q state").json
    assert state == ("RUNNING" if job.sandbox.level == "1.0.3" else "DEPLOYED")
    ended = job(f"app delete checkout {place} --yes --wait --timeout 60s -o json")
    assert ended.code == 0, ended
    assert job(f"app get checkout {place}").code == 4
    ended = job(f"project delete {job.project} --confirm {job.project} -o json")
    assert ended.code == 0, ended
    assert job.project not in job("project list -o name").out.split()


def test_a_file_and_the_options_make_the_same_application(job, home):
    home.write("checkout.yaml", BODY)
    place = f"--project {job.project} --env staging"
    job(f"project create {job.project}")
    job(f"env create staging --project {job.project} --mode STAGING --cluster scw-staging")
    from_file = job(f"app create -f checkout.yaml {place} --dry-run -o json")
    from_line = job(
        f"app create checkout {place} --repository https://github.com/acme/checkout --branch main "
        "--build-mode DOCKER --dockerfile-path Dockerfile --cpu 500 --memory 512 "
        "--port internal_port=8080,external_port=443,publicly_accessible=true,protocol=HTTP "
        "--dry-run -o json"
    )
    assert from_file.code == 0, from_file
    assert from_line.json == from_file.json


def test_options_win_over_the_file_and_set_wins_over_both(job, home):
    home.write("checkout.yaml", BODY)
    job(f"project create {job.project}")
    place = f"--project {job.project} --env staging"
    job(f"env create staging --project {job.project} --mode STAGING --cluster scw-staging")
    ended = job(
        f"app create other -f checkout.yaml {place} --cpu 750 --memory 1024 --set memory=2048 "
        "--dry-run -q [0].body"
    )
    assert ended.code == 0, ended
    body = ended.json
    assert (body["name"], body["cpu"], body["memory"]) == ("other", 750, 2048)


def test_the_body_can_come_from_stdin(job):
    job(f"project create {job.project}")
    place = f"--project {job.project} --env staging"
    job(f"env create staging --project {job.project} --mode STAGING --cluster scw-staging")
    ended = job(f"app create -f - {place} -o json", stdin=BODY)
    assert ended.code == 0, ended
    assert ended.json["name"] == "checkout"


def test_the_skeleton_can_be_filled_in_and_sent(job, home):
    ended = job("app create --skeleton")
    assert ended.code == 0, ended
    assert "name:" in ended.out
    assert "git_repository:" in ended.out
    assert job.sandbox.changes == []


def test_a_rehearsal_sends_nothing_and_prints_the_request(job):
    ended = job(f"project create {job.project} --dry-run -o json")
    assert ended.code == 0
    assert ended.json[0]["method"] == "POST"
    assert ended.json[0]["url"].startswith(f"{job.sandbox.url}/organization/")
    assert ended.json[0]["body"] == {"name": job.project}
    assert job.sandbox.changes == []


def test_an_explanation_is_curl_with_the_token_as_a_variable(job):
    ended = job(f"project create {job.project} --explain")
    assert ended.code == 0
    assert ended.out.startswith("curl ")
    assert "-X POST" in ended.out or "--request POST" in ended.out
    assert re.search(r'"Authorization: Token \$\w+"', ended.out), ended.out
    assert "Token sandbox" not in ended.out
    assert job.sandbox.changes == []


def test_deploy_reports_the_commit_before_it_is_sent(qovery, shop):
    shop.application("api")
    ended = qovery("app deploy api", env=shop.environ)
    assert ended.code == 0, ended
    assert re.search(r"Deploying api at [0-9a-f]{7} \S", ended.err)
    newest = qovery("app commit list --app api -q [0].git_commit_id", env=shop.environ).json
    assert newest[:7] in ended.err


def test_deploy_takes_an_older_commit_and_then_the_present_one(ran, shop):
    shop.application("api")
    listed = ran("app commit list --app api -q [].git_commit_id", env=shop.environ).json
    older = listed[3]
    ended = ran(f"app deploy api --commit {older[:7]} --wait", env=shop.environ)
    assert ended.code == 0, ended
    ended = ran("app deploy api --current --dry-run -q [0].body", env=shop.environ)
    assert ended.json == {"git_commit_id": older}


def test_a_container_is_deployed_at_its_tag_or_another(ran, shop):
    shop.container("proxy")
    assert ran("container deploy proxy --wait", env=shop.environ).code == 0
    ended = ran("container deploy proxy --tag 1.24.0 --wait", env=shop.environ)
    assert ended.code == 0, ended
    assert "at 1.24.0" in ended.err
    assert ran("container get proxy -q tag", env=shop.environ).json == "1.24.0"


def test_a_whole_environment_is_deployed_stopped_and_deleted(ran, shop):
    shop.application("api")
    shop.database("cache")
    for line in ("env deploy staging", "env stop staging"):
        ended = ran(f"{line} --wait --timeout 60s -o json", env=shop.environ)
        assert ended.code == 0, ended
    ended = ran("env delete staging --confirm staging --wait -o json", env=shop.environ)
    assert ended.code == 0, ended
    assert ran("env list -o json", env=shop.environ).json == []


def test_status_shows_every_service_at_once(ran, shop):
    shop.application("api")
    shop.container("proxy")
    shop.database("cache")
    ended = ran("status -o json", env=shop.environ)
    assert ended.code == 0, ended
    assert [(one["kind"], one["name"]) for one in ended.json] == [
        ("application", "api"),
        ("container", "proxy"),
        ("database", "cache"),
    ]
    assert {one["state"] for one in ended.json} == {"READY"}
