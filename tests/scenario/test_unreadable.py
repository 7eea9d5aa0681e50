"""What is no scenario at all: folders, pictures, bombs, devices. Always a fault, never a crash."""

import gc
import os
import time
from pathlib import Path

import pytest

from game.scenario import ScenarioError, check, find, load

HERE = Path(__file__).parent
STRAIT = HERE / "strait.yaml"


def codes(path) -> list[str]:
    gc.collect()
    gc.freeze()  # what other tests of this process keep is not to be searched on our time
    began = time.process_time()
    found = check(path)
    took = time.process_time() - began
    gc.unfreeze()
    assert took < 2
    return [fault.code for fault in found if fault.is_error]


def written(folder: Path, data: bytes | str, name: str = "one.yaml") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


LAUGHS = "a0: &a0 [lol]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
)
REFUSED = {
    "an empty file": (b"", "empty-file"),
    "a file of blanks": (b" \n\n  \n", "empty-file"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary-file"),
    "UTF-16": ("format: 1\n".encode("utf-16"), "not-utf8"),
    "Latin-1": (b"format: 1\ntitle: Stra\xdfe\n", "not-utf8"),
    "a bell in a text": (b"title: \x07\n", "control-character"),
    "400 kB of [": (b"[" * 400_000, "too-deep"),
    "400 kB of {": (b"{" * 400_000, "too-deep"),
    "400 kB of list items": (b"- " * 200_000, "too-deep"),
    "400 kB of question marks": (b"? " * 200_000, "too-deep"),
    "5 MB": (b"# " + b"x" * 5_000_000, "too-large"),
    "300,000 values": (b"a: [" + b"1," * 300_000 + b"]", "too-many-values"),
    "a deep indentation": ("".join(" " * n + "a:\n" for n in range(100)), "too-deep"),
    "a two-megabyte key": (b"k" * 1_900_000, "no-scenario"),
    "an open quote": (b"a: '" + b"x\n\n" * 600_000, "bad-yaml"),
    "a bare word": (b"null", "no-scenario"),
    "a directive": (b"%YAML 9.9\n---\na: 1\n", "bad-yaml"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_it_is_refused_with_one_fault_within_two_seconds(kind, tmp_path):
    data, code = REFUSED[kind]

    assert codes(written(tmp_path, data)) == [code]


def test_aliases_that_would_expand_without_end_are_only_named(tmp_path):
    """A billion laughs: every anchor and every alias is a fault, none is followed."""
    found = codes(written(tmp_path, LAUGHS))

    assert found.count("anchor") == 10
    assert found.count("alias") == 81


def test_a_byte_order_mark_is_no_mistake(tmp_path):
    marked = written(tmp_path, b"\xef\xbb\xbf" + STRAIT.read_bytes())

    assert load(marked).digest == load(STRAIT).digest


def test_windows_line_ends_are_no_mistake(tmp_path):
    text = STRAIT.read_text(encoding="utf-8")
    windows = written(tmp_path, text.replace("\n", "\r\n"))

    assert load(windows).digest == load(STRAIT).digest


def test_an_unreadable_byte_is_found_in_its_line_and_column(tmp_path):
    [fault] = check(written(tmp_path, "format: 1\ntitle: Übe".encode() + b"\xff"))

    assert (fault.line, fault.column) == (2, 11)


def test_a_missing_path_is_a_fault_and_names_what_is_shipped(tmp_path):
    [fault] = check(tmp_path / "nothing.yaml")

    assert fault.code == "no-such-file"
    assert fault.hint


def test_a_folder_without_a_scenario_is_a_fault(tmp_path):
    assert codes(tmp_path) == ["no-scenario"]


def test_a_folder_with_several_files_asks_which(tmp_path):
    written(tmp_path, "a: 1", "one.yaml")
    written(tmp_path, "a: 1", "two.yaml")

    assert codes(tmp_path) == ["no-scenario"]


def test_a_folder_is_found_by_its_own_name(tmp_path):
    folder = tmp_path / "strait"
    folder.mkdir()
    written(folder, STRAIT.read_bytes(), "strait.yaml")
    written(folder, "a: 1", "other.yaml")

    assert find(folder) == folder / "strait.yaml"


def test_a_copied_folder_under_another_name_is_found_by_its_only_scenario(tmp_path):
    written(tmp_path, "seats: {}", "aside.yaml")
    written(tmp_path, STRAIT.read_bytes(), "strait.yaml")

    assert find(tmp_path) == tmp_path / "strait.yaml"


@pytest.mark.parametrize(
    "path",
    ["", ".", "\0", "x" * 5000, "a/\0/b", "~", "\ud800"],
    ids=["nothing", "here", "zero", "long", "zero inside", "home", "half a character"],
)
def test_a_path_that_cannot_be_one_is_a_fault(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert len(codes(path)) == 1


def test_a_device_is_not_read():
    assert codes("/dev/zero") == ["not-a-file"]


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")

    assert codes(tmp_path / "pipe.yaml") == ["not-a-file"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read_is_a_fault(tmp_path):
    path = written(tmp_path, "format: 1\n")
    path.chmod(0)

    assert codes(path) == ["unreadable"]


def test_a_link_that_leads_in_a_circle_is_a_fault(tmp_path):
    link = tmp_path / "link.yaml"
    link.symlink_to(link)

    assert len(codes(link)) == 1


def test_a_refusal_says_everything_when_printed(tmp_path):
    with pytest.raises(ScenarioError, match=r"one\.yaml:1:1: empty-file: the file is empty"):
        load(written(tmp_path, ""))
