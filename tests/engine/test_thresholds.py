"""What is written as 0.4 is at least 0.4, though no binary number is."""

import pytest

from tests.story import Story

SHARES = (0.1, 0.15, 0.2, 0.3, 0.35, 0.4, 0.45, 0.6, 0.7, 0.8, 0.9)


@pytest.mark.parametrize("share", SHARES)
def test_a_number_compares_with_itself_as_written(share):
    said = "belief(corva_public, story)"
    goals = {
        "least": {"when": f"{said} >= {share}"},
        "most": {"when": f"{said} <= {share}"},
        "same": {"when": f"{said} == {share}"},
        "more": {"when": f"{said} > {share}"},
        "less": {"when": f"{said} < {share}"},
        "other": {"when": f"{said} != {share}"},
    }
    story = Story("arden corva", start={said: share}, objectives={"arden": goals}).idle()

    met = [story.attained(f"arden.{name}") for name in goals]
    assert met == [1, 1, 1, 0, 0, 0]


def test_steps_add_up_to_their_sum():
    """Four steps of a fifth down from 1 are 0.2, and not a hair above."""
    step = {"name": "Step", "by": "any", "effects": [{"shift": "online(corva_public)", "by": -0.2}]}
    net = {"axes": ["audience"], "range": [0, 1], "start": 1, "known": "all", "text": "Online."}
    goals = {"arden": {"dark": {"when": "online(corva_public) <= 0.2"}}}
    story = Story("arden corva", moves={"step": step}, measures={"online": net}, objectives=goals)

    assert [story.turn(arden="step").score("arden") for _ in range(4)] == [0, 0, 0, 100]
