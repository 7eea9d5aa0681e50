"""A scenario of several files means what one file with the same words would mean."""

from pathlib import Path

import pytest

from game.scenario import ScenarioError, check, load

WHOLE = """\
format: 1
title: The Strait
turns: 8
actors:
  arden: {kind: state, name: Arden}
seats:
  ministry: {actor: arden, name: Ministry, brief: Hold the line.}
"""
MAIN = """\
format: 1
title: The Strait
turns: 8
include: [more/actors.yaml, seats.yaml]
seats:
  ministry: {actor: arden}
"""


def lay_out(folder: Path, **files: str) -> Path:
    """Write files; `a__b` is b.yaml in the folder a. The path of main.yaml comes back."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "main.yaml"


def found(path: Path) -> list[tuple[str, int, str]]:
    return [(Path(f.file).name, f.line, f.code) for f in check(path) if f.is_error]


def test_several_files_mean_what_one_file_means(tmp_path):
    """Sections are joined, and so are two halves of one seat."""
    main = lay_out(
        tmp_path,
        main=MAIN,
        more__actors="actors:\n  arden: {kind: state, name: Arden}\n",
        seats="seats:\n  ministry: {name: Ministry, brief: Hold the line.}\n",
        whole=WHOLE,
    )

    assert load(main).digest == load(tmp_path / "whole.yaml").digest


def test_a_mistake_is_placed_in_the_file_that_makes_it(tmp_path):
    main = lay_out(
        tmp_path,
        main=MAIN,
        more__actors="actors:\n\n  arden: {kind: state, name: Arden, host: ardem}\n",
        seats="seats: {}\n",
    )

    assert found(main) == [("actors.yaml", 3, "unknown-name")]


def test_an_included_file_is_looked_for_beside_the_one_that_asks(tmp_path):
    main = lay_out(
        tmp_path,
        main="format: 1\ntitle: T\nturns: 1\ninclude: more/all.yaml\n",
        more__all="include: [actors.yaml]\n",
        more__actors="actors: {arden: {kind: state, name: Arden}}\n",
    )

    assert load(main).keys["actor"] == ("arden",)


def test_the_same_thing_declared_twice_names_both_places(tmp_path):
    main = lay_out(
        tmp_path,
        main=WHOLE + "include: [again.yaml]\n",
        again="actors:\n  arden: {kind: ngo, name: Another}\nturns: 9\n",
    )

    [first, second] = [fault for fault in check(main) if fault.is_error]

    assert (first.code, first.line) == ("declared-twice", 2)
    assert f"{main}, line 5" in first.message
    assert (second.code, second.line) == ("declared-twice", 3)


@pytest.mark.parametrize(
    "name",
    [
        "../outside.yaml",
        "/etc/hostname",
        "~/outside.yaml",
        "C:/outside.yaml",
        "\\\\server\\outside.yaml",
        "file:///etc/hostname",
        "link.yaml",
        "linked/outside.yaml",
    ],
)
def test_nothing_outside_the_folder_is_read(name, tmp_path):
    """Not by a path that leads up, not by an absolute one, not through a link."""
    outside = lay_out(tmp_path, outside="actors: {spy: {kind: state, name: Spy}}\n")
    folder = tmp_path / "scenario"
    main = lay_out(folder, main=f"format: 1\ntitle: T\nturns: 1\ninclude: ['{name}']\n")
    (folder / "link.yaml").symlink_to(outside.parent / "outside.yaml")
    (folder / "linked").symlink_to(tmp_path)

    codes = [code for _, _, code in found(main)]

    assert "include-outside" in codes


def test_a_folder_under_a_link_is_still_one_folder(tmp_path):
    real = tmp_path / "real"
    lay_out(real, main=MAIN, more__actors="actors: {arden: {kind: state, name: A}}", seats="{}")
    (tmp_path / "alias").symlink_to(real)

    assert load(tmp_path / "alias" / "main.yaml").keys["actor"] == ("arden",)


def test_files_that_include_each_other_are_read_once(tmp_path):
    main = lay_out(
        tmp_path,
        main=WHOLE + "include: [ring.yaml]\n",
        ring="include: [main.yaml, ring.yaml]\n",
    )

    assert [code for _, _, code in found(main)] == ["included-twice", "included-twice"]


def test_a_missing_file_hides_no_other_mistake_and_makes_none(tmp_path):
    """What it would have declared is not known, so its names are not called missing."""
    main = lay_out(tmp_path, main=MAIN.replace("turns: 8", "turns: many"))

    assert [code for _, _, code in found(main)] == ["wrong-type", "no-such-file", "no-such-file"]


def test_too_many_files_are_refused(tmp_path):
    names = [f"part{n}" for n in range(80)]
    main = lay_out(
        tmp_path,
        main=WHOLE + f"include: [{', '.join(f'{name}.yaml' for name in names)}]\n",
        **dict.fromkeys(names, "{}\n"),
    )

    with pytest.raises(ScenarioError, match="too-many-files"):
        load(main)
