"""The example in docs/learning.md, run as it stands there but for a shorter lesson."""

import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "learning.md"


def blocks():
    return re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)


def test_the_first_example_plays_a_whole_game():
    names = {}
    exec(blocks()[0], names)
    assert not names["game"].agents
    assert all(names["terminations"].values())


def test_the_small_policy_beats_uniform(capsys):
    code = blocks()[1]
    shorter = code.replace('"ministry", 128, 15, 30.0', '"ministry", 24, 5, 30.0')
    assert shorter != code
    names = {}
    exec(shorter, names)
    better = names["better"]
    assert better.mean() > 3 * better.std() / len(better) ** 0.5
    assert "trained" in capsys.readouterr().out
