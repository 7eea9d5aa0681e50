"""A scenario as those who check it have it: what is sound of it, and where everything stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from game.scenario.complaints import as_name, near
from game.scenario.draft import Draft
from game.scenario.expression import Call, Name, Operation, Tree
from game.scenario.faults import Fault, Place, Severity
from game.scenario.model import Content
from game.scenario.move import Gauge, Move, Rulebook
from game.scenario.nodes import Path
from game.scenario.scenario import ALARM, FORGERY, STORY, fakes_of
from game.scenario.shape import fields
from game.scenario.vocabulary import Scope
from game.scenario.words import SETS

# What an expression may name, and the section that declares it.
SECTIONS = {
    "actor": "actors",
    "audience": "audiences",
    "issue": "issues",
    "claim": "claims",
    "secret": "secrets",
    "channel": "channels",
    "move": "moves",
    "inject": "msel",
    "seat": "seats",
    "undertaking": "undertakings",
}


class Names(tuple[str, ...]):  # noqa: SLOT001 - what is cached needs room
    """Names in order, quickly asked for: a scenario may have ten thousand."""

    @cached_property
    def known(self) -> frozenset[str]:
        """The names without their order."""
        return frozenset(self)

    def __contains__(self, name: object) -> bool:
        """Whether it is one of the names."""
        return name in self.known


class Anything(tuple[str, ...]):
    """The names of a section that could not be read: any may be one of them."""

    __slots__ = ()

    def __contains__(self, name: object) -> bool:
        """Whether a name may be meant: any that is not a word of the language itself."""
        return name not in SETS


def fault(
    place: Place, code: str, message: str, hint: str = "", severity: Severity = "error"
) -> Fault:
    """A fault at a place."""
    return Fault(place.file, place.line, place.column, code, message, hint, severity)


@dataclass(slots=True)
class Desk:
    """What the checks read. `names` holds every name that is written, sound or not."""

    content: Content
    draft: Draft[Content]
    book: Rulebook
    moves: Mapping[str, Move]  # the standard ones and the scenario's own
    own_moves: Draft[Rulebook]
    names: dict[str, tuple[str, ...]]
    measures: dict[str, Gauge]
    unread: bool  # a file of the scenario is missing

    def knows(self, axis: str, name: str) -> bool:
        """Whether a name may be used: it is declared, or its section cannot be read."""
        return name in self.names[axis]

    def error(
        self, path: Path, code: str, message: str, hint: str = "", *, key: bool = False
    ) -> Fault:
        """An error at a path of the scenario; what only follows from it is not said any more."""
        self.draft.spoil(self.draft.origin(path))
        return fault(self.place(path, key=key), code, message, hint)

    def warning(
        self, path: Path, code: str, message: str, hint: str = "", *, key: bool = True
    ) -> Fault:
        """A warning at a path of the scenario."""
        return fault(self.place(path, key=key), code, message, hint, "warning")

    def place(self, path: Path, *, key: bool) -> Place:
        """Where a path of the scenario stands: its name, or what stands under it."""
        return self.draft.key(path) if key else self.draft.place(path)

    def scope(self) -> Scope:
        """The words that conditions of a scenario may use."""
        return Scope(self.measures, self.names)

    def vague(self, tree: Tree) -> bool:
        """Whether an expression speaks of a measure whose own row has faults."""
        return any(not self.draft.sound("measures", name) for name in words(tree))


def desk_of(
    draft: Draft[Content], book: Rulebook, own: Draft[Rulebook], *, unread: bool
) -> Desk | None:
    """The desk of a draft, or None where so little is sound that nothing more can be said."""
    content = draft.made
    if content is None:
        return None
    moves = {**book.moves, **(own.made.moves if own.made else {})}
    for section in sorted(_meant(draft)):
        draft.spoil((section,))
    names: dict[str, tuple[str, ...]] = {}
    for axis, section in SECTIONS.items():
        names[axis] = Anything() if unread else _declared(draft, section)
    if not isinstance(names["claim"], Anything):
        stories = [STORY.format(key) for key in names["secret"] if _needs_story(content, key)]
        names["claim"] = Names(sorted({*names["claim"], *stories, *_fakes(draft, content)}))
    if not isinstance(names["move"], Anything):
        names["move"] = Names(sorted({*names["move"], *book.moves}))
    goals = [f"{seat}.{key}" for seat, group in content.objectives.items() for key in group]
    names["objective"] = Names(sorted(goals)) if draft.sound("objectives") else Anything()
    measures = {**book.measures, **content.measures}
    return Desk(content, draft, book, moves, own, names, measures, unread)


def words(tree: Tree) -> Iterator[str]:
    """Every word of an expression that may name a measure."""
    match tree:
        case Name(text, _):
            yield "crisis" if text == "tension" else text
        case Call(name, args, _):
            yield name
            for arg in args:
                yield from words(arg)
        case Operation(_, args, _):
            for arg in args:
                yield from words(arg)


def _declared(draft: Draft[Content], section: str) -> Names | Anything:
    """The names of a section; one that is no name counts as the one it was meant to be."""
    declared = draft.declared(section)
    if declared is None:
        return Anything()
    meant = [as_name(name) for name in declared]
    if declared and not any(name == wanted for name, wanted in zip(declared, meant, strict=True)):
        return Anything()
    return Names(sorted({*declared, *meant}))


def _meant(draft: Draft[Content]) -> set[str]:
    """Sections that an unknown key at the top was probably meant to be."""
    unknown = [str(path[0]) for path in draft.damaged if len(path) == 1]
    known = list(fields(Content))
    return {near(word, known) for word in unknown if word not in known}


def _fakes(draft: Draft[Content], content: Content) -> list[str]:
    """The forgeries and alarms that are laid out beside the author's claims."""
    if draft.sound("audiences") and draft.sound("actors"):
        return list(fakes_of(content)[0])
    return [kind.format(key) for kind in (FORGERY, ALARM) for key in content.actors]


def _needs_story(content: Content, key: str) -> bool:
    secret = content.secrets.get(key)
    return secret is None or secret.story is None
