"""A thousand runs with a second actor and a bad network: no verdict is that of somebody else."""

from collections import Counter

import pytest
from second_actor import KINDS, Scene

from qovery_cli.session.tracking.verdicts import Ending

RUNS = 1000


def play(level: str) -> tuple[list[str], Counter[tuple[str, str]], list[int]]:
    wrong, counts, unknown = [], Counter(), []
    for seed in range(RUNS):
        scene = Scene(seed, level)
        verdict = scene.play()
        if verdict is None:
            continue
        counts[scene.kind, verdict.ending] += 1
        if verdict.ending is Ending.UNKNOWN:
            # What never arrived has no end that could be known.
            unknown += [seed] if scene.own is not None else []
        elif verdict.ending not in scene.truth():
            wrong.append(f"{seed}: {scene.kind} {scene.action} {verdict}, not {scene.truth()}")
    return wrong, counts, unknown


@pytest.mark.parametrize("level", ["1.0.3", "1.0.4"])
def test_no_verdict_is_wrong_and_few_are_unknown(level):
    wrong, counts, unknown = play(level)
    assert not wrong, "\n".join(wrong)
    total = counts.total()
    assert total > RUNS / 3, "most runs must come to an end"
    assert {kind for kind, _ in counts} == set(KINDS)
    for ending in Ending:
        assert any(one is ending for _, one in counts), f"no run was {ending}"
    assert len(unknown) < 0.05 * total, unknown
