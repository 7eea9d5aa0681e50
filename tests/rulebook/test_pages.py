"""The rulebook's own pages: a table, a page for each move, and a reference that is current."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.cli import app
from game.rules import pages
from game.rules.phrases import Phrases
from game.scenario import find, load
from game.scenario.deeds import deeds_of
from game.scenario.rulebook import load_rulebook_source

BOOK = load_rulebook_source().book
DOCS = Path(__file__).resolve().parents[2] / "docs"


def say(text, **roles):
    return Phrases({"me": "actor", **roles}, BOOK.measures).say(text)


def change(place, by, **roles):
    return Phrases({"me": "actor", **roles}, BOOK.measures).change(place, by)


def test_the_table_has_a_row_for_every_move():
    rows = pages.table(BOOK)

    assert [row[0] for row in rows] == sorted(BOOK.moves)
    assert all(len(row) == len(pages.HEADS) for row in rows)


def test_a_row_says_price_and_turns():
    found = next(row for row in pages.table(BOOK) if row[0] == "meet_in_person")
    row = dict(zip(pages.HEADS, found, strict=True))

    assert row["staff/money/political"] == "3/2/2"
    assert row["turns"] == "2"
    assert row["ways"] == "talk, sign"


@pytest.mark.parametrize("name", sorted(BOOK.moves))
def test_a_page_names_every_way_every_risk_and_every_counter_of_its_move(name):
    page = pages.page(BOOK, name)
    move = BOOK.moves[name]

    assert all(deed.key in page for deed in deeds_of(name, move))
    assert all(f"`{counter}`" in page for counter in move.counters)
    assert move.source in page
    for part in (move, *move.variants.values()):
        assert all(str(reason) in page for reason in dict(part.needs).values())
    for deed in deeds_of(name, move):
        for turns in deed.after:
            assert ("After a turn" if turns == 1 else f"After {turns} turns") in page


def test_a_move_of_a_scenario_has_its_page_too():
    page = pages.page(load(find("blackout")), "name_judge")

    assert "Put a judge in charge" in page
    assert "4 political will" in page


def test_conditions_are_said_in_words():
    assert say("target != me", target="actor") == "the target is not the doer"
    assert (
        say("out(about) == 0", about="claim")
        == "it is not so that the claim has been said in public"
    )
    assert say("trust(target, me) >= 40", target="actor") == (
        "trust of the target towards the doer is at least 40"
    )


def test_being_one_of_many_is_said_as_such():
    assert say("max(target == states) > 0", target="actor") == "the target is one of the states"


def test_brackets_stay_where_leaving_them_out_would_mean_something_else():
    assert say("2 * (1 - poise(me))") == "2 × (1 − poise of the doer)"
    assert say("2 * 3 - 1") == "2 × 3 − 1"
    assert say("8 - (3 - 1)") == "8 − (3 − 1)"


def test_an_amount_says_which_way_it_goes():
    assert change("market", -2) == "lowers market by 2"
    assert (
        change("market", "0.4 * weight(me)") == "raises market by 0.4 × economic weight of the doer"
    )
    assert change("gaffe(me)", "-1 * gaffe(me)") == (
        "lowers open blunders of the doer by open blunders of the doer"
    )
    assert change("market", "turn - 3") == "changes market by turn − 3"


def test_what_is_yes_or_no_begins_or_ends():
    assert change("public(target)", 1, target="secret") == "from now on the secret is out"
    assert change("threat(me, target)", -1, target="actor") == (
        "no longer is it so that an ultimatum of the doer to the target stands"
    )


def test_two_operands_of_one_kind_are_told_apart():
    assert (
        say("about != target", target="actor", about="actor") == "the other actor is not the target"
    )


def test_the_reference_page_is_current_and_one_command_rewrites_it(tmp_path):
    """If this fails: .venv/bin/python main.py moves --page docs/rulebook.md"""
    written = tmp_path / "rulebook.md"

    assert CliRunner().invoke(app, ["moves", "--page", str(written)]).exit_code == 0
    assert written.read_text(encoding="utf-8") == (DOCS / "rulebook.md").read_text(encoding="utf-8")


def test_the_command_shows_the_table_a_page_and_a_way_on_where_there_is_none():
    run = CliRunner().invoke

    assert "post_statement" in run(app, ["moves"]).output
    assert "Speak together" in run(app, ["moves", "joint_statement"]).output
    missing = run(app, ["moves", "joint_statment"])
    assert missing.exit_code == 1
    assert "no move 'joint_statment'" in missing.output
