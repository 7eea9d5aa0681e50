"""Records of a journal: what is written is read again, and nothing else is."""

import pytest

from game.engine.journal import (
    HashRecord,
    Header,
    Intervention,
    InvalidRecord,
    TurnRecord,
    kind_of,
    read_record,
    written,
)
from game.engine.orders import Order

HEADER = Header("blackout", "d1", "r1", "0.1", 2**64 - 1, {"b": "person", "a": "doctrine"}, "id")
ORDER = Order(
    seat="ministry",
    move="post_statement.empathetic",
    target="tessaly",
    via="microblog",
    text="Bantuan, помощь, مساعدة\nsecond line",
    intent="calm them",
    expects="less waiting",
    confidence=0.7,
)
RECORDS = [
    HEADER,
    TurnRecord(1, ()),
    TurnRecord(3, (ORDER, Order("rival", "pass", confidence=1))),
    Intervention(2, "fire", by="facilitator", why="too quiet", data={"inject": "tanker", "n": [1]}),
    HashRecord(0, "ab12"),
]


@pytest.mark.parametrize("record", RECORDS, ids=kind_of)
def test_a_record_comes_back_as_it_was_written(record):
    assert read_record(kind_of(record), written(record)) == record


def test_equal_records_are_equal_text_whatever_the_order_of_their_seats():
    other = Header("blackout", "d1", "r1", "0.1", 2**64 - 1, {"a": "doctrine", "b": "person"}, "id")

    assert written(HEADER) == written(other)


@pytest.mark.parametrize(
    ("kind", "text", "complaint"),
    [
        (
            "rumor",
            "{}",
            "'rumor' is no kind of record: header, turn, sheet, intervention, hash are",
        ),
        ("hash", "{", "in a hash record, all: Invalid JSON"),
        ("hash", '{"turn":"3","hash":"x"}', "in a hash record, turn: .*valid integer"),
        ("hash", '{"turn":3}', "in a hash record, hash: Field required"),
        ("hash", '{"turn":3,"hash":"x","mood":1}', "in a hash record, mood: no field of this name"),
        ("turn", '{"turn":1,"orders":[{"seat":"a","move":"b","aim":"c"}]}', "aim: no field"),
        ("turn", '{"turn":0,"orders":[]}', "in a turn record, turn: .*greater than or equal to 1"),
    ],
)
def test_what_no_game_has_written_is_refused_with_its_place(kind, text, complaint):
    with pytest.raises(InvalidRecord, match=complaint):
        read_record(kind, text)


def test_a_confidence_that_is_no_number_cannot_be_written():
    with pytest.raises(InvalidRecord, match="a turn record cannot be written"):
        written(TurnRecord(1, (Order("a", "b", confidence=float("nan")),)))
