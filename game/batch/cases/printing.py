"""The book of cases as a page to read: numbers, sentences, orders and expectations in words."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from game.batch.cases.judging import Book
from game.batch.cases.model import Case, Expected, Line, Turn

MARK = "<!-- From here on made by `main.py test --page docs/cases.md`. -->"
JOINED = {"expect": "", "rises": "rises: ", "falls": "falls: ", "stays": "stays: "}


def page_of(books: Sequence[Book], root: Path) -> str:
    """The cases of some books as Markdown, a chapter a file; places are told from `root`."""
    lines: list[str] = []
    for book in books:
        chapter = book.page.chapter
        number = chapter.cases[0].number.split(".")[0]
        where = book.page.path.resolve()
        shown = where.relative_to(root) if where.is_relative_to(root) else where.name
        lines += [f"## {number}. {chapter.title}", "", f"`{Path(shown).as_posix()}`", ""]
        lines += [chapter.about.strip(), ""] if chapter.about else []
        letter = ""
        for case in chapter.cases:
            if case.number.split(".")[1] != letter:
                letter = case.number.split(".")[1]
                title = chapter.sections.get(letter)
                lines += [f"### {number}.{letter}. {title}", ""] if title else []
            lines += [*_case(case), ""]
    return "\n".join(lines).rstrip() + "\n"


def print_into(file: Path, books: Sequence[Book]) -> None:
    """Write the cases into a file, below its mark; what stands above it is kept."""
    kept = file.read_text(encoding="utf-8").split(MARK)[0] if file.exists() else ""
    pages = page_of(books, file.resolve().parent.parent)
    file.write_text(f"{kept}{MARK}\n\n{pages}", encoding="utf-8")


def _case(case: Case) -> list[str]:
    lines = [f"**{case.number}. {case.name}**"]
    given = _given(case)
    lines += ["", *([f"- Given: {'; '.join(given)}."] if given else [])]
    first = 1
    for turn in case.turns:
        last = first + turn.times - 1
        when = f"Turn {first}" if turn.times == 1 else f"Turns {first} to {last}"
        first = last + 1
        lines.append(f"- {when}: {_orders(turn)}.{_then(turn)}")
    end = _expected(case)
    if case.same_as:
        end.append(f"the same state as after {case.same_as}")
    lines += [f"- In the end: {'; '.join(end)}."] if end else []
    return [*lines, *([f"- Why: {case.because}"] if case.because else [])]


def _given(case: Case) -> list[str]:
    dice = {0: "nothing uncertain happens", 1: "everything possible happens"}
    given = [dice[case.dice]] if case.dice is not None else []
    given += [f"`{text}` is {value:g}" for text, value in case.start.items()]
    return given + [f"{seat} is played by `{name}`" for seat, name in case.policies.items()]


def _orders(turn: Turn) -> str:
    said = [
        f"{seat} orders {_and(_line(line) for line in lines)}"
        for seat, lines in turn.orders.items()
        if lines
    ]
    hands = {True: "fires", False: "holds back"}
    said += [f"the facilitator {hands[fire]} {name}" for name, fire in turn.by_hand.items()]
    return "; ".join(said) if said else "nobody orders anything"


def _line(line: Line) -> str:
    named = [f"{role} {key}" for role, key in _operands(line)]
    return f"`{line.move}`" + (f" ({', '.join(named)})" if named else "")


def _operands(line: Line) -> list[tuple[str, str]]:
    pairs = (("target", line.target), ("about", line.about), ("via", line.via))
    return [(role, key) for role, key in pairs if key]


def _then(turn: Turn) -> str:
    found = [
        *(
            f"{seat}'s {_many('order', said)}: {_and(map(_outcome, _list(said)))}"
            for seat, said in turn.outcome.items()
        ),
        *(
            f"{seat}'s earlier work: {_and(_list(said)) or 'nothing'}"
            for seat, said in turn.work.items()
        ),
        *_expected(turn),
    ]
    return f" Then {'; '.join(found)}." if found else ""


def _outcome(said: str) -> str:
    outcome, _, reason = (part.strip() for part in said.partition(":"))
    return f"{outcome} ({reason})" if reason else outcome


def _many(word: str, said: str | list[str]) -> str:
    return word if len(_list(said)) == 1 else f"{word}s"


def _expected(moment: Expected) -> list[str]:
    found = []
    for kind, way in JOINED.items():
        named = _and(f"`{text}`" for text in _list(getattr(moment, kind)))
        found += [f"{way}{named}"] if named else []
    told = (("told", "is told"), ("not_told", "is told nothing of"))
    for kind, verb in told:
        for seat, said in getattr(moment, kind).items():
            found.append(f"{seat} {verb} {_and(f'“{text}”' for text in _list(said))}")
    for kind, verb in (("known", "knows"), ("not_known", "does not know")):
        for seat, said in getattr(moment, kind).items():
            found.append(f"{seat} {verb} {_and(f'`{text}`' for text in _list(said))}")
    if moment.ending is not None:
        found.append(
            "the game goes on" if moment.ending == "none" else f"it ends by `{moment.ending}`"
        )
    return found


def _list(said: str | list[str]) -> list[str]:
    return [said] if isinstance(said, str) else said


def _and(words: Iterable[str]) -> str:
    *first, last = [*words] or [""]
    return f"{', '.join(first)} and {last}" if first else last
