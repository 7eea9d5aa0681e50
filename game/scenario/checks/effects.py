"""Whether effects and conditions can be read, and every word in them names something."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from game.scenario.complaints import near
from game.scenario.desk import Desk, fault
from game.scenario.draft import Draft
from game.scenario.expression import ExpressionError, Tree, parse
from game.scenario.faults import Fault
from game.scenario.model import Content
from game.scenario.move import Chance, Effect, Expose, Rulebook, Shift
from game.scenario.nodes import Path
from game.scenario.vocabulary import (
    Scope,
    resolve,
    resolve_entity,
    resolve_group,
    resolve_place,
)
from game.scenario.words import Group


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the expressions of one part of a scenario, where its words mean what `scope` says."""

    desk: Desk
    draft: Draft[Content] | Draft[Rulebook]
    scope: Scope

    def with_words(self, roles: dict[str, str], lets: dict[str, float]) -> "Reader":
        """The same for a deed with these roles and named numbers."""
        return replace(self, scope=replace(self.scope, roles=roles, lets=lets))

    def condition(self, path: Path, text: str, *, key: bool = False) -> Iterator[Fault]:
        """The fault of a condition or probability: no set may be free in it."""
        try:
            tree = parse(text)
            if self.desk.vague(tree):
                return
            _, group = resolve(tree, self.scope)
            if group is not None:
                raise _free(group, tree)
        except ExpressionError as error:
            yield self.misread(path, error, key=key)

    def amount(self, path: Path, text: str, over: Group | None) -> tuple[Group | None, list[Fault]]:
        """The set an amount runs over, its effect's if that has one, and the amount's faults."""
        try:
            tree = parse(text)
            if self.desk.vague(tree):
                return over, []
            return resolve(tree, self.scope, over)[1], []
        except ExpressionError as error:
            return over, [self.misread(path, error)]

    def effects(self, path: Path, effects: Iterable[Effect]) -> Iterator[Fault]:
        """The faults of a list of effects at a path."""
        for number, effect in enumerate(effects):
            at = (*path, number)
            match effect:
                case Shift():
                    yield from self.shift(at, effect)
                case Expose():
                    yield from self.expose(at, effect)
                case Chance():
                    yield from self.chance(at, effect)
                case _:
                    yield from self.fragment(at, effect)

    def shift(self, path: Path, effect: Shift) -> Iterator[Fault]:
        """The faults of a shift: what it adds to, by how much, and when."""
        group: Group | None = None
        try:
            tree = parse(effect.shift)
            if self.desk.vague(tree):
                return
            _, group = resolve_place(tree, self.scope)
        except ExpressionError as error:
            yield self.misread((*path, "shift"), error)
            return
        for key, text in (("by", effect.by), ("if", effect.when)):
            if isinstance(text, str):
                group, faults = self.amount((*path, key), text, group)
                yield from faults

    def expose(self, path: Path, effect: Expose) -> Iterator[Fault]:
        """The faults of an expose: which claim, to whom, and when."""
        group: Group | None = None
        try:
            resolve_entity(parse(effect.expose), self.scope, "claim")
        except ExpressionError as error:
            yield self.misread((*path, "expose"), error)
        try:
            found = resolve_group(parse(effect.to), self.scope, "audience")
            group = found if isinstance(found, Group) else Group("audience", "nodes", found)
        except ExpressionError as error:
            yield self.misread((*path, "to"), error)
            return
        for key, text in (("belief", effect.belief), ("if", effect.when)):
            if isinstance(text, str):
                group, faults = self.amount((*path, key), text, group)
                yield from faults

    def chance(self, path: Path, effect: Chance) -> Iterator[Fault]:
        """The faults of a chance: its probability, and what follows either way."""
        if isinstance(effect.p, str):
            yield from self.condition((*path, "p"), effect.p)
        elif not 0 <= effect.p <= 1:
            place = self.draft.place((*path, "p"))
            yield fault(place, "out-of-range", "a probability lies between 0 and 1")
        yield from self.effects((*path, "then"), effect.then)
        yield from self.effects((*path, "else"), effect.otherwise)

    def fragment(self, path: Path, name: str) -> Iterator[Fault]:
        """The fault of a name of shared effects that there are not, or that do not fit here."""
        fragments = self.desk.book.fragments
        place = self.draft.place(path)
        if name not in fragments:
            hint = f"did you mean '{near(name, sorted(fragments))}'?"
            yield fault(place, "unknown-name", f"there is no fragment '{name}'", hint)
            return
        first = next(self.effects(path, fragments[name]), None)
        if first is not None:
            message = f"the fragment '{name}' does not fit here: {first.message}"
            yield fault(place, "bad-expression", message, first.hint)

    def misread(self, path: Path, error: ExpressionError, *, key: bool = False) -> Fault:
        """What is wrong in the expression at a path, at the very character."""
        place = self.draft.key(path) if key else self.draft.inside(path, error.offset)
        return fault(place, "bad-expression", error.message, error.hint)


def _free(group: Group, tree: Tree) -> ExpressionError:
    message = f"'{group.name}' is a set; one number is wanted here"
    return ExpressionError(message, tree.at, "write mean(...), min(...) or max(...) around it")


def of_scenario(desk: Desk) -> Iterator[Fault]:
    """Conditions and effects of injects, objectives and endings."""
    reader = Reader(desk, desk.draft, desk.scope())
    for key, inject in desk.content.msel.items():
        if inject.when is not None:
            yield from _noted(
                desk, reader.condition(("msel", key, "when"), inject.when), "msel", key
            )
        yield from _noted(
            desk, reader.effects(("msel", key, "effects"), inject.effects), "msel", key
        )
    for seat, group in desk.content.objectives.items():
        for key, objective in group.items():
            path = ("objectives", seat, key)
            yield from _noted(desk, reader.condition((*path, "when"), objective.when), *path)
    for key, ending in desk.content.endings.items():
        yield from _noted(
            desk, reader.condition(("endings", key, "when"), ending.when), "endings", key
        )


def _noted(desk: Desk, faults: Iterator[Fault], *path: str) -> Iterator[Fault]:
    for found in faults:
        desk.draft.spoil(path)
        yield found
