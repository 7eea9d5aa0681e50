"""A path or a name -> a scenario that can be played, or everything that is wrong with it."""

from collections.abc import Iterable
from collections.abc import Mapping as Named
from dataclasses import dataclass, field, replace
from pathlib import Path

from game.data import data_path
from game.scenario.changes import change
from game.scenario.checks import all_faults
from game.scenario.checks.moves import move_faults
from game.scenario.checks.rules import start_line
from game.scenario.checks.texts import missing_picture
from game.scenario.complaints import near
from game.scenario.desk import Anything, desk_of
from game.scenario.draft import Draft, draft
from game.scenario.faults import Fault, Place, ScenarioError
from game.scenario.include import Library, gather, within
from game.scenario.knobs import turn, variants
from game.scenario.model import Content
from game.scenario.move import Rulebook
from game.scenario.newmoves import draft_moves
from game.scenario.nodes import Mapping, key_place
from game.scenario.nodes import Path as NodePath
from game.scenario.rulebook import RulebookSource, digest_of, load_rulebook_source, read_rulebook
from game.scenario.scalars import Plain
from game.scenario.scenario import Scenario, fakes_of, keys_of, stories_of

# What stands in for a needed part that is missing, so that the rest can still be checked.
STUBS = {"format": 1, "title": "-", "turns": 1, "actors": {}}
SUFFIXES = (".yaml", ".yml")
AS_WRITTEN: Named[str, Plain] = {}
UNTURNED: Named[str, str] = {}


@dataclass(slots=True)
class Reading:
    """A file as it was read: every fault, and what can be made of it."""

    faults: list[Fault] = field(default_factory=list)
    content: Draft[Content] | None = None
    moves: Draft[Rulebook] | None = None
    digest: str = ""


def load(
    path: str | Path,
    *,
    language: str = "en",
    changes: Named[str, Plain] = AS_WRITTEN,
    knobs: Named[str, str] = UNTURNED,
) -> Scenario:
    """The scenario at a path, or the shipped one of that name, for play in a language.

    `changes` are values by name that count instead of what the file says (see `changes`); `knobs`
    are choices by knob, and are turned first.

    Raises:
        ScenarioError: it cannot be played; carries every fault, warnings too.
    """
    found = find(path)
    rulebook = load_rulebook_source()
    library = gather(found, str(found) if Path(path).exists() else found.name)
    if library.tree is not None:
        library.faults += turn(library.tree, knobs) + change(library.tree, changes)
    made = _made(_examine(library, rulebook), found, language, rulebook)
    default = {name: knob.default for name, knob in made.content.knobs.items()}
    return replace(made, knobs={k: c for k, c in sorted(knobs.items()) if c != default[k]})


def load_within(
    tree: Mapping, path: Path, shown: str, lines: list[str], *, language: str = "en"
) -> Scenario:
    """The scenario that stands inside another file, such as one of cases.

    `lines` are those of the file around it, at `path`, which messages call `shown`.

    Raises:
        ScenarioError: it cannot be played; carries every fault, warnings too.
    """
    rulebook = load_rulebook_source()
    reading = _examine(within(tree, path, shown, lines), rulebook)
    return _made(reading, path, language, rulebook)


def _made(reading: Reading, path: Path, language: str, rulebook: RulebookSource) -> Scenario:
    content = reading.content.made if reading.content else None
    own = reading.moves.made if reading.moves else None
    if any(fault.is_error for fault in reading.faults) or content is None or own is None:
        raise ScenarioError(reading.faults)
    return _scenario(path, language, (content, own, reading.digest), rulebook)


def check(paths: str | Path | Iterable[str | Path]) -> list[Fault]:
    """Every fault of the scenarios at some paths, in order of place; warnings too."""
    faults: list[Fault] = []
    for path in [paths] if isinstance(paths, str | Path) else paths:
        try:
            found = find(path)
            shown = str(found) if Path(path).exists() else found.name
            faults += _thorough(gather(found, shown), load_rulebook_source())
        except ScenarioError as error:
            faults += error.faults
    return sorted(set(faults))


Remark = tuple[NodePath, str, str, str]
"""A path below a scenario's top, a code, a message and a hint."""


def located(path: str | Path, remarks: Iterable[Remark]) -> list[Fault]:
    """Remarks about a scenario as warnings, each with its place and its line, in their order.

    A path that leads nowhere is placed at the nearest thing above it.
    """
    found = find(path)
    shown = str(found) if Path(path).exists() else found.name
    library = gather(found, shown)
    top = library.tree or Mapping(Place(shown))
    return library.with_lines(
        [
            Fault(*key_place(top, where), code, message, hint, "warning")
            for where, code, message, hint in remarks
        ]
    )


def check_rulebook() -> list[Fault]:
    """Every fault of the standard rulebook itself, its expressions read as any scenario would."""
    library, book = read_rulebook()
    faults = library.faults + book.faults
    place = Place("rulebook")
    nobody = Mapping(place, {"actors": Mapping(place)}, {"actors": place})
    content = draft(nobody, Content, STUBS)
    desk = desk_of(content, book.made or Rulebook(), book, unread=False)
    if desk is not None and book.made is not None:
        desk.names = {
            axis: Anything() if axis != "move" else names for axis, names in desk.names.items()
        }
        faults += list(move_faults(desk, book, book.made.moves))
    return sorted(set(library.with_lines(faults)))


def find(name: str | Path) -> Path:
    """The file of a scenario: a shipped one's name, a file, or a folder that holds one.

    Raises:
        ScenarioError: there is no such file, or the folder holds no scenario or several.
    """
    text = str(name)
    if isinstance(name, str) and text in shipped_names():
        return data_path("scenarios", text, f"{text}.yaml")
    path = Path(name)
    try:
        if path.is_dir():
            return _in_folder(path, text)
        there = path.exists() or path.is_symlink()
    except (OSError, ValueError):
        there = False
    if not there:
        close = near(text, shipped_names())
        hint = f"did you mean '{close}'?" if close else f"shipped are: {', '.join(shipped_names())}"
        message = "there is no such file, and no shipped scenario of that name"
        raise ScenarioError([Fault(text, 1, 1, "no-such-file", message, hint)])
    return path


def shipped_names() -> list[str]:
    """The names of the scenarios that come with the program."""
    folders = sorted(path for path in data_path("scenarios").iterdir() if path.is_dir())
    return [path.name for path in folders if path.joinpath(f"{path.name}.yaml").is_file()]


def _in_folder(folder: Path, shown: str) -> Path:
    named = folder.resolve().name
    for stem in (named, "scenario"):
        for suffix in SUFFIXES:
            if folder.joinpath(stem + suffix).is_file():
                return folder / (stem + suffix)
    files = sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES and path.is_file())
    main = [path for path in files if b"\nformat:" in b"\n" + path.read_bytes()]
    if len(main or files) == 1:  # a copied folder still has the first one's file in it
        return (main or files)[0]
    message = "this folder holds no scenario"
    hint = f"call its main file {named}.yaml"
    if files:
        message = f"this folder holds {len(files)} files and none called {named}.yaml"
        hint = f"name one of them, such as {(main or files)[0].name}"
    raise ScenarioError([Fault(shown, 1, 1, "no-scenario", message, hint)])


def _thorough(library: Library, rulebook: RulebookSource) -> list[Fault]:
    """Every fault of what was gathered, and of each choice of each of its knobs."""
    faults = _examine(library, rulebook).faults
    if library.tree is None or any(fault.is_error for fault in faults):
        return faults  # what is wrong with a choice may follow from it
    for variant in variants(library.tree):
        other = _examine(replace(library, tree=variant.tree, faults=list(variant.faults)), rulebook)
        new = [variant.told(fault) for fault in other.faults if fault not in faults]
        faults += library.with_lines(new)
    return faults


def _examine(library: Library, rulebook: RulebookSource) -> Reading:
    """Every fault of what was gathered, and what can be made of it."""
    reading = Reading(list(library.faults))
    if library.tree is None:
        return reading
    content = draft(library.tree, Content, STUBS)
    own = library.tree.values.get("moves")
    moves = draft_moves(own if isinstance(own, Mapping) else Mapping(library.tree.place), rulebook)
    reading.faults += content.faults + moves.faults
    if library.unread:  # what seems to be missing may stand in the file that could not be read
        reading.faults = [fault for fault in reading.faults if fault.code != "missing-key"]
    desk = desk_of(content, rulebook.book, moves, unread=library.unread)
    if desk is not None:
        reading.faults += [*all_faults(desk), *missing_picture(desk, library.folder)]
    reading.faults = sorted(set(library.with_lines(reading.faults)))
    reading.content, reading.moves = content, moves
    reading.digest = digest_of(library.tree)
    return reading


def _scenario(
    path: Path, language: str, said: tuple[Content, Rulebook, str], rulebook: RulebookSource
) -> Scenario:
    content, own, digest = said
    book = rulebook.book
    moves = {**book.moves, **own.moves}
    claims, stories = stories_of(content)
    fakes, forgeries, alarms = fakes_of(content)
    claims |= fakes
    lines = ((start_line(text), value) for text, value in sorted(content.start.items()))
    numbers = {name: row.value for name, row in book.parameters.items()}
    return Scenario(
        content=content,
        measures={
            **book.measures,
            **{key: content.measures[key] for key in sorted(content.measures)},
        },
        parameters={**numbers, **content.parameters},
        fragments=book.fragments,
        moves={key: moves[key] for key in sorted(moves)},
        claims={key: claims[key] for key in sorted(claims)},
        stories=stories,
        forgeries=forgeries,
        alarms=alarms,
        keys=keys_of(content, moves),
        starts={line: value for line, value in lines if line is not None},
        digest=digest,
        rulebook_digest=rulebook.digest,
        path=path,
        name=path.resolve().parent.name if path.stem == "scenario" else path.stem,
        language=language,
    )
