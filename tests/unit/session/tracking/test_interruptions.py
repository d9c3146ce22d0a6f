import pytest

from qovery_cli.session.tracking.interruptions import when_interrupted


class Session:
    def __init__(self):
        self.notices = []
        self.notice = self.notices.append


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
@pytest.mark.parametrize("note", ["It continues.", None])
def test_interruption_prints_its_notice_and_goes_on(error, note):
    session = Session()
    with pytest.raises(error), when_interrupted(session, lambda: note):
        raise error
    assert session.notices == ([note] if note else [])


def test_other_errors_and_success_print_nothing():
    session = Session()
    with pytest.raises(ValueError, match="x"), when_interrupted(session, lambda: "It continues."):
        raise ValueError("x")
    with when_interrupted(session, lambda: "It continues."):
        pass
    assert session.notices == []
