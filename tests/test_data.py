"""Shipped files are found wherever the program runs; a wrong folder is refused with a sentence."""

from pathlib import Path

import pytest

from game import data


def shipped(folder: Path) -> Path:
    """The folder, made to look like the shipped one."""
    marker = folder / data.MARKER
    marker.parent.mkdir(parents=True)
    marker.write_text("measures: {}\n", encoding="utf-8")
    return folder


def test_a_folder_named_in_the_environment_comes_first(tmp_path, monkeypatch):
    monkeypatch.setenv("BACKCHANNEL_DATA", str(shipped(tmp_path / "mine")))

    assert data.data_path("scenarios", "x") == tmp_path / "mine" / "scenarios" / "x"


def test_a_wrong_folder_in_the_environment_is_refused_and_not_silently_replaced(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("BACKCHANNEL_DATA", str(tmp_path))

    with pytest.raises(data.DataMissing, match=r"BACKCHANNEL_DATA points to .* unset the variable"):
        data.data_path("scenarios")


def test_an_installed_package_uses_the_files_inside_it_and_not_a_checkout_around_it(
    tmp_path, monkeypatch
):
    shipped(tmp_path)
    inside = shipped(tmp_path / "game" / "_data")
    monkeypatch.setattr(data, "__file__", str(tmp_path / "game" / "data.py"))

    assert data.data_path("assets") == inside / "assets"


def test_a_checkout_uses_the_files_beside_the_package(tmp_path, monkeypatch):
    shipped(tmp_path)
    monkeypatch.setattr(data, "__file__", str(tmp_path / "game" / "data.py"))

    assert data.data_path("assets", "fonts") == tmp_path / "assets" / "fonts"


def test_missing_files_are_a_sentence_that_says_where_it_looked(tmp_path, monkeypatch):
    monkeypatch.setattr(data, "__file__", str(tmp_path / "game" / "data.py"))

    with pytest.raises(data.DataMissing, match=r"missing: no scenarios/rulebook/measures\.yaml in"):
        data.data_path()


def test_saves_go_where_the_environment_says_and_the_folder_is_made(tmp_path, monkeypatch):
    monkeypatch.setenv("BACKCHANNEL_SAVES", str(tmp_path / "a" / "b"))

    assert data.user_data_path() == tmp_path / "a" / "b"
    assert (tmp_path / "a" / "b").is_dir()
