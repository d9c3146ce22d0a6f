"""Waiting: the verdict is the exit code, and progress is on stderr only."""

import pytest


@pytest.mark.parametrize(
    ("line", "states"),
    [
        ("app deploy api", {"RUNNING", "DEPLOYED"}),
        ("app restart api", {"RUNNING", "DEPLOYED"}),
        ("app stop api", {"STOPPED"}),
    ],
)
@pytest.mark.parametrize("at", ["shop", "shop_104"])
def test_success_is_0_and_the_last_state_is_the_data(at, line, states, ran, request):
    shop = request.getfixturevalue(at)
    shop.application("api")
    if "deploy" not in line:
        assert ran("app deploy api --wait", env=shop.environ).code == 0
    ended = ran(f"{line} --wait -q state", env=shop.environ)
    assert ended.code == 0, ended
    assert ended.json in states


@pytest.mark.parametrize("name", ["fail-build", "fail-deploy"])
@pytest.mark.parametrize("at", ["shop", "shop_104"])
def test_a_deployment_that_fails_is_8(at, name, ran, request):
    shop = request.getfixturevalue(at)
    shop.application(name)
    ended = ran(f"app deploy {name} --wait", env=shop.environ)
    assert ended.code == 8, ended
    assert ended.out == ""
    assert f"'{name}' failed: " in ended.sentence
    assert ended.hint


def test_a_failure_as_json_is_an_object_on_stderr(ran, shop):
    shop.application("fail-deploy")
    ended = ran("app deploy fail-deploy --wait -o json", env=shop.environ)
    assert ended.code == 8
    assert ended.out == ""
    assert ended.error["code"] == "wait_failed"
    assert ended.error["exit"] == 8


def test_a_stop_that_fails_is_8(ran, shop):
    shop.application("fail-stop")
    assert ran("app deploy fail-stop --wait", env=shop.environ).code == 0
    assert ran("app stop fail-stop --wait", env=shop.environ).code == 8


def test_a_delete_that_fails_is_8(ran, shop):
    shop.application("fail-delete")
    assert ran("app deploy fail-delete --wait", env=shop.environ).code == 0
    assert ran("app delete fail-delete --yes --wait", env=shop.environ).code == 8


def test_deletion_ends_when_the_resource_is_gone(ran, shop):
    shop.application("api")
    assert ran("app deploy api --wait", env=shop.environ).code == 0
    ended = ran("app delete api --yes --wait -o json", env=shop.environ)
    assert ended.code == 0, ended
    assert ran("app get api", env=shop.environ).code == 4


def test_wait_that_is_over_is_124_and_states_that_the_work_goes_on(ran, shop):
    shop.application("hang")
    ended = ran("app deploy hang --wait --timeout 0.3", env=shop.environ)
    assert ended.code == 124
    assert "It continues" in ended.hint
    assert ended.out == ""


def test_an_environment_that_is_cancelled_is_9(qovery, shop):
    shop.application("hang")
    id = shop.environment()
    with qovery.started("env deploy staging --wait", env=shop.environ) as process:
        shop.until("environment", id, "BUILDING", "DEPLOYING")
        shop.sandbox.call("POST", f"/environment/{id}/cancelDeployment")
        out, err = process.communicate(timeout=30)
    assert process.returncode == 9, out + err
    assert "was cancelled" in err
    assert "Traceback" not in err


def test_a_cancel_waits_for_its_own_end(ran, shop):
    shop.application("hang")
    ran("env deploy staging", env=shop.environ)
    shop.until("environment", shop.environment(), "BUILDING", "DEPLOYING")
    ended = ran("env cancel staging --wait --timeout 60s", env=shop.environ)
    assert ended.code == 0, ended


def test_a_failed_service_fails_the_environment(ran, shop):
    shop.application("fail-deploy")
    assert ran("env deploy staging --wait", env=shop.environ).code == 8


def test_state_that_nobody_knows_is_waited_through(ran, shop):
    shop.application("weird-state")
    ended = ran("app deploy weird-state --wait --timeout 60s", env=shop.environ)
    assert ended.code == 0, ended
    assert "Traceback" not in ended.err


def test_a_conflict_with_what_is_under_way_is_6(ran, shop):
    shop.application("hang")
    ran("app deploy hang", env=shop.environ)
    shop.until(
        "application",
        ran("app get hang -q id", env=shop.environ).json,
        "BUILDING",
        "DEPLOYING",
        "DEPLOYMENT_QUEUED",
        "BUILD_QUEUED",
    )
    ended = ran("env delete staging --confirm staging", env=shop.environ)
    assert ended.code in {0, 6}, ended


def test_without_wait_it_returns_at_once(ran, shop):
    shop.application("hang")
    ended = ran("app deploy hang -o json", env=shop.environ)
    assert ended.code == 0
    assert len([one for one in shop.sandbox.requests if one.endswith("/status")]) == 0


@pytest.mark.parametrize("time", ["x", "", "10x", "-5"])
def test_a_time_that_is_none_is_refused_before_anything_is_sent(time, ran, shop):
    shop.application("api")
    ended = ran("app deploy api --wait", f"--timeout={time}", env=shop.environ)
    assert ended.code == 2, ended
    assert shop.sandbox.changes == []


def test_progress_is_on_stderr_and_plain_in_a_pipe(qovery, shop):
    shop.application("api")
    ended = qovery("app deploy api --wait", env=shop.environ)
    assert ended.code == 0, ended
    assert "Deploying application api\n" in ended.err
    assert "\x1b" not in ended.err
    assert "\r" not in ended.err


def test_a_rehearsal_does_not_wait(ran, shop):
    shop.application("api")
    ended = ran("app deploy api --wait --dry-run -o json", env=shop.environ)
    assert ended.code == 0
    assert ended.json[0]["method"] == "POST"


def test_the_api_may_be_away_for_a_moment_while_waiting(ran, shop):
    shop.application("api")
    shop.sandbox.fault(kind="status", status=503, times=3, path="*/status")
    ended = ran("app deploy api --wait", env=shop.environ)
    assert ended.code == 0, ended


def test_watch_is_wait(ran, shop):
    shop.application("fail-deploy")
    assert ran("app deploy fail-deploy --watch", env=shop.environ).code == 8


def test_several_kinds_of_services_wait(ran, shop):
    shop.container("proxy")
    shop.database("cache")
    for line in (
        "container deploy proxy",
        "db deploy cache",
        "db stop cache",
        "container stop proxy",
    ):
        ended = ran(f"{line} --wait", env=shop.environ)
        assert ended.code == 0, f"{line}\n{ended}"


AT = ["shop", "shop_104"]


def while_somebody(acts, qovery, shop, line):
    """Run a line in a process of its own while somebody else acts; return code and output."""
    shop.sandbox.call("DELETE", "/_sandbox/requests")
    with qovery.started(line, env=shop.environ) as process:
        while not shop.sandbox.changes:
            assert process.poll() is None, process.communicate()
        acts()
        out, err = process.communicate(timeout=50)
    assert "Traceback" not in err
    return process.returncode, out + err


@pytest.mark.parametrize("at", AT)
@pytest.mark.parametrize("kind", ["application", "environment"])
@pytest.mark.parametrize(("fails", "code"), [(True, 8), (False, 0)])
def test_later_deployment_does_not_hide_the_end_of_ours(at, kind, fails, code, qovery, request):
    shop = request.getfixturevalue(at)
    id = shop.application("api")
    fault = {"target": id, "fault": "fail-deploy", "times": 1}
    path = f"/application/{id}/deploy"
    if fails:
        shop.sandbox.call("POST", "/_sandbox/injected-failures", fault)

    def somebody_deploys_it_otherwise():
        if not fails:
            shop.sandbox.call("POST", "/_sandbox/injected-failures", fault)
        while (answer := again(shop, path)).status_code == 409:
            pass
        assert answer.is_success, answer.text
        shop.until("application", id, "RUNNING", "DEPLOYED", "DEPLOYMENT_ERROR")

    line = "app deploy api" if kind == "application" else "env deploy staging"
    ended, said = while_somebody(
        somebody_deploys_it_otherwise, qovery, shop, f"{line} --wait --timeout 40s"
    )
    assert ended == code, said


def again(shop, path):
    """Ask for a deployment, which 1.0.3 refuses while another one runs."""
    return shop.sandbox.client.post(path, json={"git_commit_id": "a" * 40})


@pytest.mark.parametrize("at", AT)
@pytest.mark.parametrize(
    ("ours", "theirs", "code"), [("fail-build", "web", 8), ("web", "fail-build", 0)]
)
def test_the_deployment_of_another_service_decides_nothing(at, ours, theirs, code, qovery, request):
    shop = request.getfixturevalue(at)
    ids = {name: shop.application(name) for name in (ours, theirs)}

    def somebody_deploys_the_other():
        while again(shop, f"/application/{ids[theirs]}/deploy").status_code == 409:
            pass
        shop.until(
            "application", ids[theirs], "RUNNING", "DEPLOYED", "BUILD_ERROR", "DEPLOYMENT_ERROR"
        )

    line = f"app deploy {ours} --wait --timeout 40s"
    ended, said = while_somebody(somebody_deploys_the_other, qovery, shop, line)
    assert ended == code, said


def test_ours_waits_behind_a_longer_one(qovery, ran, shop_104):
    shop_104.application("hang")
    shop_104.application("api")
    assert ran("env deploy staging", env=shop_104.environ).code == 0
    with qovery.started("app deploy api --wait --timeout 40s", env=shop_104.environ) as process:
        # The first deployment ends only after the program has seen that ours waits for it.
        progress = list(until_queued(process.stderr))
        assert "queued, 1 of 1" in progress[-1], progress
        cancel = f"/environment/{shop_104.environment()}/cancelDeployment"
        shop_104.sandbox.call("POST", cancel)
        out, err = process.communicate(timeout=50)
    assert process.returncode == 0, out + err


def until_queued(lines):
    """Yield the lines of a process up to the first that shows its place in the queue."""
    for line in lines:
        yield line
        if "queued, " in line:
            return


def test_what_is_cancelled_while_it_waits_is_9(qovery, ran, shop_104):
    shop_104.application("hang")
    shop_104.application("api")
    assert ran("app deploy hang", env=shop_104.environ).code == 0
    queue = f"/environment/{shop_104.environment()}/deploymentQueue"

    def somebody_cancels_it():
        while not (waiting := shop_104.sandbox.items(queue)):
            pass
        request = waiting[-1]["identifier"]["deployment_request_id"]
        shop_104.sandbox.call("POST", f"/deploymentQueue/{request}/cancelDeployment", {})

    line = "app deploy api --wait --timeout 40s"
    code, said = while_somebody(somebody_cancels_it, qovery, shop_104, line)
    assert code == 9, said


@pytest.mark.parametrize("at", AT)
@pytest.mark.parametrize("kind", ["late-status", "broken"])
def test_an_answer_that_was_lost_is_looked_for(at, kind, ran, request):
    shop = request.getfixturevalue(at)
    shop.application("api")
    shop.sandbox.fault(kind=kind, method="POST", path="*/deploy")
    ended = ran("app deploy api --wait", env=shop.environ)
    assert ended.code == 0, ended
    assert "may have been carried out" in ended.err
    assert len(shop.sandbox.changes) == 1, "it is never sent twice"


@pytest.mark.parametrize("at", AT)
def test_without_wait_a_lost_answer_states_how_to_look(at, ran, request):
    shop = request.getfixturevalue(at)
    shop.application("api")
    shop.sandbox.fault(kind="late-status", method="POST", path="*/deploy")
    ended = ran("app deploy api -o json", env=shop.environ)
    assert ended.code == 7
    assert ended.error["code"] == "verdict_unknown"
    look = ended.error["hint"].split("`qovery ")[1].rstrip("`.")
    assert ran(look, env=shop.sandbox.environ).code == 0
    assert len(shop.sandbox.changes) == 1


@pytest.mark.parametrize("wrong", ["--columns nosuch", "-o json -q 'length('"])
def test_what_cannot_be_shown_is_refused_before_anything_is_sent(wrong, ran, shop_104):
    shop_104.application("api")
    ended = ran(f"app deploy api --wait {wrong}", env=shop_104.environ)
    assert ended.code == 2, ended
    assert shop_104.sandbox.changes == []
