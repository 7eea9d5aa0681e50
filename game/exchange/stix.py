"""A STIX 2.1 bundle: who used which technique of DISARM, and against whom it was seen.

DISARM's red techniques (T...) are attack patterns, its blue counters (C...) courses of action, each
by its id alone: the framework's texts are CC BY-SA and are not copied. Every coded act that was
done is one sighting of what it used. Bundles of equal batches are equal to the byte: ids are
hashes of names. Needs the extra `export`.
"""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID, uuid5

from game.exchange.acts import Act, ExchangeError
from game.exchange.calendar import DAY_ONE, moment
from game.exchange.codes import Codebook, DeedCodes
from game.exchange.plain import one_field
from game.scenario import Scenario

SPACE = UUID("6f9b0f0e-59a4-5b2f-8f0f-3d1d8f1c7a21")  # of this project's ids; any would do
CLASSES = {"individual": "individual", "collective": "group", "armed_group": "group"}
COUNTER = "C"


def lines(scenario: Scenario, acts: Iterable[Act]) -> Iterator[str]:
    """Return the bundle as lines of JSON, without line ends.

    Raises:
        ExchangeError: stix2 is missing.
    """
    try:
        import stix2
    except ImportError as error:
        raise ExchangeError(
            f"stix2 is missing ({error}): run `pip install 'backchannel[export]'`."
        ) from error
    maker = _Maker(scenario, stix2)
    things = maker.objects(acts)
    name = _id("bundle", scenario.digest, *(one["id"] for one in things))
    bundle = stix2.Bundle(objects=things, id=name, allow_custom=False)
    yield from bundle.serialize(pretty=True).split("\n")


class _Maker:
    """Makes STIX objects, each once."""

    def __init__(self, scenario: Scenario, stix2: Any) -> None:
        self.scenario, self.stix2 = scenario, stix2
        self.codes = Codebook(scenario).deeds
        self.made: dict[str, Any] = {}

    def objects(self, acts: Iterable[Act]) -> list[Any]:
        """Return everything that the acts need, and a sighting for each that was done."""
        for key in self.scenario.keys["actor"]:
            self._identity(key)
        for act in acts:
            codes = self.codes[act.move]
            if act.outcome == "done":
                for disarm in codes.disarm[:1]:  # the closest one; the others are in its text
                    self._sighting(act, codes, disarm)
        return list(self.made.values())

    def _identity(self, key: str) -> str:
        """Return the id of an actor's or a public's identity."""
        content, name = self.scenario.content, _id("identity", self.scenario.name, key)
        if name not in self.made:
            thing = content.actors.get(key) or content.audiences[key]
            kind = content.actors[key].kind if key in content.actors else "audience"
            sort = "class" if kind == "audience" else CLASSES.get(kind, "organization")
            self._make(
                "Identity",
                id=name,
                name=one_field(self.scenario.say(thing.name) or key),
                identity_class=sort,
                labels=[kind],
            )
        return name

    def _technique(self, disarm: str, codes: DeedCodes) -> str:
        """Return the id of a technique or counter of DISARM."""
        counter = disarm.startswith(COUNTER)
        sort = "course-of-action" if counter else "attack-pattern"
        name = _id(sort, disarm)
        if name not in self.made:
            self._make(
                "CourseOfAction" if counter else "AttackPattern",
                id=name,
                name=f"DISARM {disarm}",
                description=f"As played here: {one_field(codes.name)}. {one_field(codes.text)}",
                external_references=[{"source_name": "DISARM", "external_id": disarm}],
            )
        return name

    def _sighting(self, act: Act, codes: DeedCodes, disarm: str) -> None:
        """Note one act: what was used, by whom, when, and who saw it happen to them."""
        when = moment(self.scenario, act.turn)
        actor = self._identity(self.scenario.content.seats[act.seat].actor)
        technique = self._technique(disarm, codes)
        place = (str(act.run), str(act.turn), act.seat, str(act.slot))
        uses = _id("relationship", self.scenario.name, actor, technique)
        if uses not in self.made:
            self._make(
                "Relationship",
                id=uses,
                relationship_type="related-to",
                source_ref=actor,
                target_ref=technique,
                description="An actor of the game and a technique that it used.",
            )
        things = {**self.scenario.content.actors, **self.scenario.content.audiences}
        seen = {"where_sighted_refs": [self._identity(act.target)]} if act.target in things else {}
        self._make(
            "Sighting",
            id=_id("sighting", self.scenario.name, *place),
            sighting_of_ref=technique,
            created_by_ref=actor,
            first_seen=when,
            last_seen=when,
            count=1,
            description=f"run {act.run}, turn {act.turn}: {act.seat} ordered {act.move}"
            + (f" against {act.target}" if act.target else ""),
            **seen,
        )

    def _make(self, sort: str, **values: Any) -> None:
        """Make one object; all are as old as the story."""
        made = getattr(self.stix2, sort)(created=DAY_ONE, modified=DAY_ONE, **values)
        self.made[made["id"]] = made


def _id(sort: str, *names: str) -> str:
    """Return an id that depends on nothing but names."""
    return f"{sort}--{uuid5(SPACE, '/'.join((sort, *names)))}"
