"""Who did it is parted from what was done in every language, whatever its comma and its word."""

import pytest

from game import language
from game.language import t
from game.ui.terminal.speech import in_row
from game.ui.view_models.why import _source, _title
from tests.ui.pseudo import speaking


@pytest.mark.parametrize("code", language.LANGUAGES)
def test_a_cause_and_who_did_it_are_told_apart(code):
    with speaking(code):
        theirs = t("{deed}, by {actor}", deed="Block a channel, twice", actor="Belmora")
        mine = t("{deed}, by you", deed="Block a channel, twice")
        assert (_title(theirs), _title(mine)) == ("Block a channel, twice",) * 2
        assert _source(theirs).endswith("Belmora")
        assert _source(mine)
        assert _source(mine) in mine


def test_what_nobody_did_has_no_doer():
    assert (_title("waiting for an answer, unpaid"), _source("waiting")) == (
        "Waiting for an answer, unpaid",
        "",
    )


def test_arabic_parts_a_list_with_its_own_comma():
    with speaking("ar"):
        assert in_row(["a", "b"]) == "a، b"
