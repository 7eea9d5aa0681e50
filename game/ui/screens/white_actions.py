"""What the facilitator's keys and buttons do: each opens a small form, or acts at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.language import t_count
from game.session import JournalRefused
from game.ui.screens.asking import Ask, Blank
from game.ui.screens.note import Act, Note, Words
from game.ui.view_models import whitecell, words

if TYPE_CHECKING:
    from game.session import Planned
    from game.ui.press import Press
    from game.ui.screens.facilitator import Facilitator
    from game.ui.stage import Stage

MORE_SECONDS = 120.0


def heard(page: Facilitator, press: Press, stage: Stage) -> bool:
    """A key of the page."""
    if press.kind == "text" and press.text == "+":
        more(page, stage)
        return True
    if press.kind != "key":
        return False
    if press.ctrl and press.key == "right":
        skip(page, stage)
        return True
    if press.named("f8"):
        pause(page, stage)
        return True
    if press.named("esc"):
        page.ways.back()
        return True
    keys = {
        "b": mark, "f": fire, "h": hold, "e": edit, "n": write, "r": rewind,
        "o": override, "t": clock, "v": lambda p, s: p.next_seat(s), "w": why,
    }  # fmt: skip
    if press.plain and press.key in keys:
        keys[press.key](page, stage)
        return True
    if press.plain and press.key.isdecimal() and press.key != "0":
        seats = page.lead.see.seats()
        if int(press.key) <= len(seats):
            page.look_at(stage, seats[int(press.key) - 1].seat)
            return True
    return False


# ------------------------------------------------------------------------------------- time


def pause(page: Facilitator, stage: Stage) -> None:
    """Stop the game, or let it go on."""
    paused = page.lead.see.paused
    page.tell(stage, page.attempt(stage, page.lead.resume if paused else page.lead.pause, ""))


def more(page: Facilitator, stage: Stage) -> None:
    """Two minutes more."""
    page.lead.extend(MORE_SECONDS)
    stage.dirty = True


def clock(page: Facilitator, stage: Stage) -> None:
    """How long a turn, or a sitting on a shared laptop, may take."""
    now = page.lead.clock.per_turn
    shown = f"{now / 60:g}" if now else ""
    ends = (("decide", say("I decide")), ("empty", say("missing sheets count as empty")))
    asked = say("Minutes a turn; on a shared laptop, a sitting (empty: no limit)")
    blanks = (
        Blank("minutes", asked, value=shown),
        Blank("over", say("When they are over"), value=page.lead.clock.when_over, choices=ends),
    )

    def do(answers: dict[str, str]) -> str:
        text = answers["minutes"].strip().replace(",", ".")
        try:
            seconds = 60 * float(text) if text else None
        except ValueError:
            return say("Write a number.")
        act = lambda: page.lead.set_clock(seconds, answers["over"])  # noqa: E731
        return page.attempt(stage, act, "")

    stage.open(Ask(say("The clock"), blanks, do, verb=say("Set"), icon="clock"))


def skip(page: Facilitator, stage: Stage) -> None:
    """Play the turn now, after a question."""
    missing = page.lead.see.missing()
    names = {row.seat: words.sentence(row.name) for row in page.lead.see.seats()}
    said = t_count(
        "{count} seat has not handed in: its orders would be empty. {seats}",
        "{count} seats have not handed in: their orders would be empty. {seats}",
        len(missing),
        seats=words.listed(names[seat] for seat in missing),
    )
    about = said if missing else say("All sheets are in.")
    blanks = (Blank("why", say("Why (for the debrief; may be empty)")),)

    def do(answers: dict[str, str]) -> str:
        return page.attempt(
            stage, lambda: page.lead.skip(answers["why"]), say("The turn is played")
        )

    title = say("Skip to adjudication?")
    stage.open(Ask(title, blanks, do, verb=say("Play the turn"), icon="skip", about=about))


def rewind(page: Facilitator, stage: Stage) -> None:
    """Play an earlier turn anew, in a journal of its own."""
    turn = page.lead.see.turn[0]
    blanks = (Blank("turn", say("Turn to play anew"), value=str(max(1, turn - 1))),)
    about = say(
        "A branch is a journal of its own. This game stays as it is, and can be gone on with."
    )

    def do(answers: dict[str, str]) -> str:
        if not answers["turn"].strip().isdecimal():
            return say("Write the number of a turn.")
        try:
            path = page.lead.rewind(int(answers["turn"]))
        except JournalRefused as refusal:
            return str(refusal)
        stage.close()
        page.ways.branch(path)
        return ""

    title = say("Rewind as a branch")
    stage.open(Ask(title, blanks, do, verb=say("Make the branch"), icon="rewind", about=about))


# ---------------------------------------------------------------------------- marks and why


def mark(page: Facilitator, stage: Stage) -> None:
    """Mark this moment."""
    blanks = (Blank("text", say("What is worth talking about?")),)

    def do(answers: dict[str, str]) -> str:
        return page.attempt(stage, lambda: page.lead.mark(answers["text"]), say("Marked"))

    stage.open(Ask(say("Mark this moment"), blanks, do, verb=say("Mark"), icon="mark"))


def why(page: Facilitator, stage: Stage) -> None:
    """Why the number under the keyboard is what it is, in full."""
    rows = page.kept.of(page.lead, "beside", page.seat(stage))
    state = stage.memory.get("white/truth")
    row = next((one for one in rows if state is not None and one.key == state.current), None)
    if row is None or row.measure[0] == "secret":
        return
    lines = page.lead.see.why(row.measure[0], row.measure[1:])
    said = [Words(line) for line in lines]
    stage.open(Note(row.words, said, [Act("close", say("Close"), primary=True)], icon="eye"))


# ----------------------------------------------------------------------------------- injects


def chosen(page: Facilitator, stage: Stage) -> Planned | None:
    """The inject under the keyboard, else the one that comes next."""
    rows: list[Planned] = page.kept.of(page.lead, "planned")
    state = stage.memory.get("white/runbook")
    current = "" if state is None else state.current
    found = next((row for row in rows if row.name == current), None)
    return found or next((row for row in rows if row.state == "next"), rows[0] if rows else None)


def fire(page: Facilitator, stage: Stage) -> None:
    """Give the inject now."""
    row = chosen(page, stage)
    if row is not None:
        said = say("Fired: {name}", name=whitecell.inject_name(row))
        page.tell(stage, page.attempt(stage, lambda: page.lead.fire(row.name), said))


def hold(page: Facilitator, stage: Stage) -> None:
    """Keep the inject back, with a reason, or let it come again."""
    row = chosen(page, stage)
    if row is None:
        return
    name = whitecell.inject_name(row)
    if row.state == "held":
        said = say("Released: {name}", name=name)
        page.tell(stage, page.attempt(stage, lambda: page.lead.release(row.name), said, undo=True))
        return
    blanks = (Blank("why", say("Reason (all will read it in the debrief)")),)

    def do(answers: dict[str, str]) -> str:
        act = lambda: page.lead.hold(row.name, answers["why"])  # noqa: E731
        return page.attempt(stage, act, say("Held: {name}", name=name), undo=True)

    title = say("Hold “{name}”", name=name)
    stage.open(Ask(title, blanks, do, verb=say("Hold"), icon="pause"))


def edit(page: Facilitator, stage: Stage) -> None:
    """Other words for an inject that has not been given."""
    row = chosen(page, stage)
    if row is None:
        return
    blanks = (
        Blank("text", say("Text"), value=" ".join(row.text.split()), lines=True),
        Blank("why", say("Why (for the debrief; may be empty)")),
    )

    def do(answers: dict[str, str]) -> str:
        act = lambda: page.lead.edit(row.name, answers["text"], answers["why"])  # noqa: E731
        return page.attempt(stage, act, say("Edited: {name}", name=whitecell.inject_name(row)))

    title = say("Edit “{name}”", name=whitecell.inject_name(row))
    stage.open(Ask(title, blanks, do, verb=say("Keep these words")))


def write(page: Facilitator, stage: Stage) -> None:
    """A new inject."""
    seats = [(row.seat, words.sentence(row.name)) for row in page.lead.see.seats()]
    prompt = '- {shift: "tension(a, b)", by: 5}'
    when = (("now", say("now")), ("later", say("next turn")))
    blanks = (
        Blank("text", say("Text"), lines=True),
        Blank("source", say("From (may be empty)"), say("For example: Wire agencies")),
        Blank("to", say("To (nobody chosen: all)"), choices=tuple(seats), many=True),
        Blank("effects", say("Effects, as in a scenario file (may be empty)"), prompt, lines=True),
        Blank("when", say("When"), value="now", choices=when),
    )

    def do(answers: dict[str, str]) -> str:
        def act() -> int:
            to = answers["to"].split(",") if answers["to"] else []
            later = answers["when"] == "later"
            parts = (answers["text"], to, answers["source"], answers["effects"])
            return page.lead.write(*parts, later=later)

        return page.attempt(stage, act, say("Written"))

    stage.open(Ask(say("Write an inject"), blanks, do, verb=say("Give it"), icon="flag", wide=760))


def override(page: Facilitator, stage: Stage) -> None:
    """Take the number under the keyboard into the form."""
    state = stage.memory.get("white/truth")
    key = "" if state is None else state.current
    if key and not key.startswith("secret/"):
        page.form.take(tuple(key.split("/")))
    page.go(stage, "white/override/to" if page.form.measure else "white/override/which")
