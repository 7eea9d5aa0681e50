"""Questions and answers: every question can be answered, repeated and left."""

import io

import pytest

from game.ui.terminal.voice import LONGEST, Gone, Voice, matching


def voice(*answers):
    out = io.StringIO()
    return Voice([f"{answer}\n" for answer in answers], out), out


COLORS = ["Red. Like fire.", "Green. Like grass.", "Gray. Like ash."]


@pytest.mark.parametrize(
    ("answer", "chosen"),
    [("1", 0), ("3", 2), ("red", 0), ("GRE", 1), ("ash", 2), ("back", None), ("B", None)],
)
def test_a_choice_is_made_by_number_or_by_its_words_or_left(answer, chosen):
    asked, _ = voice(answer)

    assert asked.choose("Which color?", COLORS) == chosen


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("9", "'9' is not among the choices. Type a number from 1 to 3"),
        ("blue", "'blue' is not among the choices. Type a number from 1 to 3"),
        ("gr", "'gr' may mean Green or Gray. Type its number."),
        ("\x1b[2Jx", "'[2Jx' is not among the choices."),
        ("9" * 3000, "'99999"),
        ("²", "'²' is not among"),
    ],
)
def test_an_unclear_answer_is_told_what_is_possible_and_asked_again(answer, told):
    asked, out = voice(answer, "2")

    assert asked.choose("Which color?", COLORS) == 1
    assert told in out.getvalue()


@pytest.mark.parametrize("answer", ["?", "help", ""])
def test_asking_for_help_repeats_the_choices(answer):
    asked, out = voice(answer, "1")
    asked.choose("Which color?", COLORS, explain=lambda: asked.say("Colors are colors."))

    assert out.getvalue().count("2. Green. Like grass.\n") == 2
    assert "Colors are colors." in out.getvalue()


@pytest.mark.parametrize("answers", [(), ("quit",), ("Q",)])
def test_every_question_can_be_left(answers):
    asked, _ = voice(*answers)

    with pytest.raises(Gone):
        asked.choose("Which color?", COLORS)


def test_only_yes_is_yes():
    asked, out = voice("", "maybe", "Y")

    assert asked.agrees("Hand it in?")
    assert out.getvalue().count("Please type yes or no.") == 2
    assert not voice("back")[0].agrees("Hand it in?")


def test_a_pasted_book_is_cut_and_said_to_be():
    asked, out = voice("x" * (LONGEST + 1))

    assert asked.ask("Your words:") == "x" * LONGEST
    assert f"longer than {LONGEST} characters" in out.getvalue()


def test_input_that_is_no_text_ends_politely():
    stream = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\n"), encoding="utf-8")

    with pytest.raises(Gone):
        Voice(stream, io.StringIO()).ask("What?")


def test_a_terminal_that_lacks_a_letter_gets_a_question_mark():
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    Voice([], out).say("Łódź 1")

    assert raw.getvalue() == b"??d? 1\n"


class Screen(io.StringIO):
    """A terminal with a person before it, 40 signs wide."""

    def isatty(self):
        return True


def test_long_lines_wrap_at_words_on_a_screen_and_never_in_a_pipe(monkeypatch):
    line = "A tanker has stopped answering and nobody knows in which waters it now is"
    screen, pipe = Screen(), io.StringIO()
    Voice([], screen).say(f"{line}, {line}.")
    Voice([], pipe).say(f"{line}, {line}.")

    assert pipe.getvalue() == f"{line}, {line}.\n"
    assert all(len(row) < 80 for row in screen.getvalue().splitlines())
    assert " ".join(screen.getvalue().split()) == f"{line}, {line}."


def test_the_curtain_clears_a_screen_and_leaves_a_pipe_alone():
    screen, pipe = Screen(), io.StringIO()
    Voice([], screen).curtain()
    Voice([], pipe).curtain()

    assert "\x1b[3J" in screen.getvalue()
    assert pipe.getvalue() == ""


def test_an_answer_means_a_choice_by_the_beginning_of_a_word_never_by_its_middle():
    options = ["Give an ultimatum (under four eyes).", "Look from above."]

    assert matching("yes", options) == []
    assert matching("four", options) == [0]
