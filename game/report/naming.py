"""What things and numbers are called on a page: to one seat as it may read them, or in full."""

from collections.abc import Callable
from dataclasses import replace

from game.engine.orders import Order
from game.engine.rulebook import Rulebook
from game.language import t, t_in
from game.scenario import Scenario
from game.views import Booklet
from game.views.booklet import claim_card, secret_card
from game.views.film import Film
from game.views.wording import Wording

Number = tuple[str, ...]
"""A measure's name, then the keys of its things."""

LONG = 48  # signs of a thing in the name of a number: a claim is a sentence
ROLES = ("target", "about", "via")


def everything(film: Film) -> Booklet:
    """A booklet that keeps nothing back: every claim and every secret with its own words."""
    scenario = film.scenario
    first = next(iter(film.views.values())).booklet
    return replace(
        first,
        seat="",
        claims={key: claim_card(scenario, key) for key in sorted(scenario.claims)},
        secrets={key: secret_card(scenario, key) for key in sorted(scenario.content.secrets)},
    )


class Names:
    """Names for one page; `seat` is whose copy it is, None for one that keeps nothing back."""

    def __init__(self, film: Film, seat: str | None) -> None:
        self.scenario: Scenario = film.scenario
        self.rulebook: Rulebook = film.rulebook
        self.seat_key = seat
        self.booklet = everything(film) if seat is None else film.views[seat].booklet
        self.wording = Wording(film.scenario, film.rulebook, self.booklet)
        self._deeds = {deed.key: place for place, deed in enumerate(film.rulebook.deeds)}
        self._claims = None if seat is None else _claims_known(film, seat)

    def seat(self, key: str) -> str:
        """What a place at the table is called."""
        return flat(self.booklet.seats[key].name) if key in self.booklet.seats else key

    def thing(self, axis: str, key: str) -> str:
        """What a thing on an axis is called, as far as the page's reader knows it."""
        if axis == "claim":
            if self._claims is not None and key not in self._claims:
                return t("a claim you do not know of")
            return f"“{flat(claim_card(self.scenario, key).name).rstrip('.')}”"
        if axis in {"actor", "audience", "channel", "issue", "secret", "undertaking"}:
            return flat(self.wording.name(axis, key))
        if axis == "seat":
            return self.seat(key)
        return key.replace("_", " ").replace(".", ": ")

    def number(self, number: Number) -> str:
        """What a number is called."""
        return number_words(self.scenario, number, self.thing)

    def order(self, order: Order) -> str:
        """An order in names, such as `Publish a statement (empathetic): Provinces, press`."""
        place = self._deeds[order.move]
        axes = self.rulebook.deeds[place].axes
        pairs = zip(axes, (getattr(order, role) for role in ROLES), strict=True)
        named = [self.thing(axis, key) for axis, key in pairs if axis and key]
        deed = self.deed(order.move)
        return t("{deed}: {things}", deed=deed, things=", ".join(named)) if named else deed

    def deed(self, key: str) -> str:
        """What a deed is called."""
        return flat(self.booklet.moves[key].name)


def number_words(scenario: Scenario, number: Number, thing: Callable[[str, str], str]) -> str:
    """What a number is called; `thing` names what stands on an axis."""
    name, *keys = number
    axes = scenario.measures[name].axes
    things = [clipped(thing(axis, key), LONG) for axis, key in zip(axes, keys, strict=True)]
    said = _measure(name)
    if not things:
        return said
    if name == "credibility":
        return t("Credibility of {who} with {whom}", who=things[0], whom=things[1])
    if name == "trust":
        return t("Trust of {who} in {whom}", who=things[0], whom=things[1])
    if name == "tension":
        return t("Tension between {who} and {whom}", who=things[0], whom=things[1])
    if name == "belief":
        return t("Belief of {who} in {what}", who=things[0], what=things[1])
    return t("{measure}: {things}", measure=said, things=", ".join(things))


def clipped(text: str, most: int) -> str:
    """A text with no more than so many signs; an ellipsis where it was longer."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def flat(text: str) -> str:
    """A text of a scenario as one line."""
    return " ".join(text.split())


def _measure(name: str) -> str:
    """What a measure is called; a gauge of an author by its name."""
    known = {
        "crisis": t("Tension of the crisis"),
        "credibility": t("Credibility"),
        "harmed": t("Nationals who came to harm"),
        "located": t("Nationals located"),
        "market": t("Market index"),
        "mobilized": t("Ready for the street"),
        "online": t("Connected"),
        "open": t("Channel open"),
        "political": t_in("a stock", "Political will"),
        "staff": t_in("a stock", "Staff"),
        "money": t_in("a stock", "Money"),
        "prestige": t("Standing abroad"),
        "waiting": t("Questions left waiting"),
        "bypass": t("Works around blocks"),
        "public": t("Out in public"),
        "evidence": t("Evidence (log-odds)"),
    }
    return known.get(name, name.replace("_", " ").capitalize())


def _claims_known(film: Film, seat: str) -> frozenset[str]:
    """Claims whose text a seat knew at the end."""
    known = set(film.views[seat].booklet.claims)
    for scene in film.scenes[-1:]:
        known |= set(scene.after[seat].claims())
    return frozenset(known)
