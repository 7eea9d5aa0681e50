"""Why, asked of a journal: in full, or as one seat may know it; a refusal says what to ask."""

from pathlib import Path

import pytest

from game.scenario import load
from game.session import begin
from game.session.asking import NoSuchNumber, ask_why

STRAIT = Path(__file__).parents[1] / "scenario" / "strait.yaml"


@pytest.fixture(scope="module")
def strait():
    return load(STRAIT)


@pytest.fixture(scope="module")
def journal(strait, tmp_path_factory):
    store = tmp_path_factory.mktemp("asked") / "game.journal"
    table = begin(strait, 7, {"ministry": "uniform", "rival": "uniform"}, store)
    for _ in range(4):
        table.advance()
    table.close()
    return next(path for path in (store, *store.parent.iterdir()) if path.exists())


def amounts(lines):
    """The amounts at the beginning of each cause."""
    return [float(line.split("  ")[0]) for line in lines]


@pytest.mark.parametrize("seat", [None, "ministry"])
@pytest.mark.parametrize("turn", [1, 2, 3, 4])
def test_causes_add_up_to_the_change_that_is_told(strait, journal, seat, turn):
    head, change, *causes = ask_why(journal, strait, "staff(arden)", turn, seat)

    assert head == f"staff(arden) in turn {turn}:"
    told = 0.0 if "stayed" in change else float(change.rpartition("(")[2].rstrip(")."))
    assert sum(amounts(causes)) == pytest.approx(told, abs=1e-4)


def test_in_full_there_is_no_cause_that_cannot_be_seen(strait, journal):
    for turn in (1, 2, 3, 4):
        told = ask_why(journal, strait, "tension(arden, brenmark)", turn, None)
        assert not any("causes you cannot see" in line for line in told)


@pytest.mark.parametrize(
    ("measure", "turn", "seat", "said"),
    [
        ("staff", 1, None, r"staff is a measure of \(actor\)"),
        ("luck(arden)", 1, None, "there is no measure 'luck'"),
        ("staff(atlantis)", 1, None, "there is no actor 'atlantis'"),
        ("staff(arden)", 9, None, "this game has 4 turns"),
        ("staff(arden)", 1, "nobody", "there is no seat 'nobody'"),
        ("staff(brenmark)", 1, "ministry", "does not know staff"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_can(strait, journal, measure, turn, seat, said):
    with pytest.raises(NoSuchNumber, match=said):
        list(ask_why(journal, strait, measure, turn, seat))


@pytest.mark.parametrize(
    ("behind", "nowhere"),
    [
        ("public({secret})", "public(atlantis)"),
        ("holds(brenmark, {secret})", "holds(brenmark, atlantis)"),
        ("fired({inject})", "fired(atlantis)"),
    ],
)
def test_a_refusal_tells_a_seat_nothing_of_what_there_is(strait, journal, behind, nowhere):
    """Error messages are windows too: they named every secret and inject there was."""
    content = strait.content
    hidden = behind.format(secret=next(iter(content.secrets)), inject=next(iter(content.msel)))
    refused = []
    for measure in (hidden, nowhere):
        with pytest.raises(NoSuchNumber) as refusal:
            list(ask_why(journal, strait, measure, 1, "ministry"))
        refused.append(str(refusal.value).replace(measure, "..."))

    assert refused[0] == refused[1]
