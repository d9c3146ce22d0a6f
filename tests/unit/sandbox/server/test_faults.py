import pytest

from qovery_cli.sandbox.handler import Refusal
from qovery_cli.sandbox.server.faults import Fault, Faults, apply_fault, parse_fault, parse_header
from qovery_cli.sandbox.server.replies import reply


def test_a_header_describes_a_fault():
    fault = parse_header("kind=status; status=429; retry_after=2")
    assert (fault.kind, fault.status, fault.retry_after) == ("status", 429, 2)


@pytest.mark.parametrize(
    "text", ["", "kind=magic", "kind=status; colour=red", "kind=status;status=x"]
)
def test_anything_else_is_refused(text):
    with pytest.raises(Refusal):
        parse_header(text)


def test_fault_applies_given_number_of_times():
    faults = Faults()
    faults.add(parse_fault({"kind": "status", "times": 2}))
    struck = [bool(faults.take("GET", "/organization")) for _ in range(3)]
    assert struck == [True, True, False]


def test_a_fault_without_a_number_of_times_stays_until_cleared():
    faults = Faults()
    faults.add(Fault("status", times=0))
    assert all(faults.take("GET", "/") for _ in range(5))
    faults.clear()
    assert faults.take("GET", "/") == []


def test_fault_applies_to_matching_requests_only():
    faults = Faults()
    faults.add(Fault("status", method="POST", path="/environment/*"))
    assert faults.take("GET", "/environment/e") == []
    assert faults.take("POST", "/project/p") == []
    assert faults.take("POST", "/environment/e/deploy") != []


def test_rate_applies_fault_to_a_share_of_requests():
    faults = Faults("seed")
    faults.add(Fault("status", times=0, rate=0.5))
    struck = sum(bool(faults.take("GET", "/")) for _ in range(200))
    assert 70 < struck < 130


def test_status_429_has_retry_after():
    answer = apply_fault(Fault("status", status=429, retry_after=1.5), None)
    assert (answer.status, answer.headers["retry-after"]) == (429, "1.5")


def test_a_gateway_answers_with_a_page():
    answer = apply_fault(parse_fault({"kind": "html"}), None)
    assert (answer.status, answer.headers["content-type"]) == (502, "text/html")


def test_state_fault_replaces_every_state():
    right = reply(200, {"results": [{"id": "a", "state": "RUNNING", "status": {"state": "READY"}}]})
    strange = apply_fault(Fault("state", state="REALIGNING"), right)
    assert strange.content.count(b"REALIGNING") == 2


def test_an_answer_can_be_empty_or_cut_short():
    right = reply(200, {"results": []})
    assert apply_fault(Fault("empty"), right).content == b""
    assert apply_fault(Fault("truncated"), right).content == right.content[:7]
