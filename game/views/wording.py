"""Wording: events as sentences, in the language of the booklet."""

from dataclasses import dataclass

from game.engine.endings import TIME
from game.engine.events import Void
from game.engine.ledger import FACILITATOR, Cause
from game.engine.rulebook import Rulebook
from game.language import t, t_later, t_now
from game.scenario import Scenario
from game.views.booklet import Booklet, claim_card, secret_card

SOMEBODY = t_later("Somebody")
VOID_REASONS = {
    Void.NOT_YOURS: t_later("it cannot be ordered in this form"),
    Void.TOO_MANY: t_later("the sheet holds no more orders"),
    Void.TWICE: t_later("the same order stands on the sheet already"),
    Void.UNPAID: t_later("what is left does not pay for it"),
}


class _Blanks(dict[str, str]):
    """Fields of a sentence; a field nobody fills stays readable."""

    def __missing__(self, key: str) -> str:
        return key


@dataclass(frozen=True, slots=True)
class Wording:
    """Speaks of events to one seat; names only what that seat may know."""

    scenario: Scenario
    rulebook: Rulebook
    booklet: Booklet

    def actor_of(self, seat: int) -> str:
        """Return the key of the actor that a seat plays."""
        return self.rulebook.keys["actor"][int(self.rulebook.seat_actor[seat])]

    def operands(self, deed: int, operands: tuple[int, int, int]) -> tuple[str | None, ...]:
        """Return the keys of a deed's target, about and via."""
        axes = self.rulebook.deeds[deed].axes
        return tuple(
            self.rulebook.keys[axis][place] if axis else None
            for axis, place in zip(axes, operands, strict=True)
        )

    def name(self, axis: str | None, key: str | None) -> str:
        """Return the name of a thing as people say it."""
        if axis is None or key is None:
            return ""
        cards = {
            "actor": self.booklet.actors,
            "audience": self.booklet.audiences,
            "channel": self.booklet.channels,
            "issue": self.booklet.issues,
            "undertaking": self.booklet.undertakings,
        }.get(axis, {})
        if key in cards:
            return cards[key].name
        if axis == "claim":
            return claim_card(self.scenario, key).name
        return self._secret(key)

    def _secret(self, key: str) -> str:
        """Return the title of a secret the seat holds, else whose it is."""
        if key in self.booklet.secrets:
            return secret_card(self.scenario, key).name
        owner = self.booklet.actors[self.scenario.content.secrets[key].of].name
        return t("something {owner} keeps to itself", owner=owner)

    def _story(self, axes: tuple[str | None, ...], keys: tuple[str | None, ...]) -> str:
        """Return what a secret among the operands says in public once it is out."""
        for axis, key in zip(axes, keys, strict=True):
            if axis == "secret" and key:
                return claim_card(self.scenario, self.scenario.story(key)).name
        return ""

    def fields(self, deed: int, who: str | None, operands: tuple[int, int, int]) -> dict[str, str]:
        """Return the fields that a deed's sentence may use."""
        axes = self.rulebook.deeds[deed].axes
        keys = self.operands(deed, operands)
        names = [self.name(axis, key) for axis, key in zip(axes, keys, strict=True)]
        actor = self.booklet.actors[who].name if who else t_now(SOMEBODY)
        said = {"me": actor, "target": names[0], "about": names[1], "via": names[2]}
        return said | {"story": self._story(axes, keys)}

    def deed(self, deed: int, operands: tuple[int, int, int]) -> str:
        """Return a deed with its operands, such as `Send a private message: Belmora`."""
        fields = self.fields(deed, None, operands)
        named = [fields[role] for role in ("target", "about", "via") if fields[role]]
        name = self.booklet.moves[self.rulebook.deeds[deed].key].name
        return f"{name}: {', '.join(named)}" if named else name

    def done(
        self, deed: int, who: str | None, operands: tuple[int, int, int], *, later: bool
    ) -> str:
        """Return the sentence of a deed done, or of a later stage of it."""
        says = self.rulebook.deeds[deed].says
        fields = self.fields(deed, who, operands)
        if later:
            return t("Takes effect: {deed}.", deed=self.deed(deed, operands))
        if says:
            return t_now(says).format_map(_Blanks(fields))
        return f"{fields['me']}: {self.deed(deed, operands)}."

    def void(self, deed: int, operands: tuple[int, int, int], why: Void, need: int) -> str:
        """Return why an order was void."""
        reasons = self.rulebook.deeds[deed].reasons
        reason = t_now(reasons[need] if why is Void.NEED else VOID_REASONS[why])
        said = self.deed(deed, operands)
        return t("Void, at no cost: {deed} ({reason}).", deed=said, reason=reason)

    def failed(self, deed: int, operands: tuple[int, int, int]) -> str:
        """Return that an order failed, and no more than its seat may know."""
        return t("Failed, at its price: {deed}.", deed=self.deed(deed, operands))

    def standing(self, deed: int, who: str | None, operands: tuple[int, int, int]) -> str:
        """Return that a joint order waits, and whose it is."""
        said = self.deed(deed, operands)
        if who in (None, self.booklet.me):
            return t("Waits for the other side: {deed}.", deed=said)
        name = self.fields(deed, who, operands)["me"]
        return t("{name} is ready and waits: {deed}.", name=name, deed=said)

    def broken_off(self, deed: int, operands: tuple[int, int, int]) -> str:
        """Return that running work could not go on."""
        return t("Broken off: {deed}.", deed=self.deed(deed, operands))

    def chance(self, label: int, who: str | None, operands: tuple[int, int, int]) -> str:
        """Return the sentence of a chance that came true."""
        card = self.rulebook.chances[label]
        if not card.says:
            return t_now(card.name.replace("_", " "))
        fields = {} if card.deed < 0 else self.fields(card.deed, who, operands)
        return t_now(card.says).format_map(_Blanks(fields))

    def move(self, key: str) -> str:
        """Return the name of a move, without any of its variants."""
        named = self.scenario.moves[key].name
        return t_now(self.scenario.say(named)) if named else key.replace("_", " ")

    def cause(self, cause: Cause, seat: str | None = None) -> str:
        """Return what people call a cause: a deed and who did it, an inject, or a rule.

        `seat` is who asks: what it did itself is said to be by you.
        """
        if cause.rule == "deed":
            actor = self.scenario.content.seats[cause.seat].actor
            name = self.booklet.moves[cause.deed].name
            if cause.seat == seat:
                return t("{deed}, by you", deed=name)
            return t("{deed}, by {actor}", deed=name, actor=self.booklet.actors[actor].name)
        if cause.rule == FACILITATOR:
            return (
                f"{FACILITATOR}: {cause.detail}" if seat is None else t("the facilitator decided")
            )
        if cause.rule == "inject" and cause.deed:
            row = self.scenario.content.msel[cause.deed]
            source = self.scenario.say(row.source)
            return t("News from {source}", source=source) if source else t("An inject")
        return t_now(cause.rule)

    def inject(self, inject: int) -> tuple[str, str, bool]:
        """Return the text of an inject, who sends it, and whether all seats are told."""
        row = self.scenario.content.msel[self.rulebook.keys["inject"][inject]]
        return self.scenario.say(row.text), self.scenario.say(row.source), not row.to

    def breach(self, undertaking: int, who: str) -> str:
        """Return that an actor broke what it had signed."""
        key = self.rulebook.keys["undertaking"][undertaking]
        name, actor = self.booklet.undertakings[key].name, self.booklet.actors[who].name
        return t("{actor} has broken an undertaking: {name}.", actor=actor, name=name)

    def ending(self, name: str) -> str:
        """Return what is said of an ending."""
        if name == TIME:
            return t("The time of this game is over.")
        return self.scenario.say(self.scenario.content.endings[name].says)
