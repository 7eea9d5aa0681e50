"""What is legal and seldom meant: said once, and the scenario plays."""

import pytest

from game.scenario import check, load

SOUND = """\
format: 1
title: The Strait
turns: 8
actors:
  arden: {kind: state, name: Arden}
  brenmark: {kind: state, name: Brenmark}
  corva: {kind: media, name: Corva}
audiences:
  harbor: {name: Harbor towns, of: arden, channels: {press: 0.5}}
  uplands: {name: Uplands, of: brenmark, channels: {press: 0.5}}
ties:
  harbor: {uplands: 0.8}
  uplands: {harbor: 0.8}
  corva: {harbor: 0.5}
issues: {blame: {name: Who cut the cable}}
channels: {press: {}}
secrets: {survey: {of: brenmark, text: The survey ship was there.}}
claims: {sabotage: {issue: blame, pushes: 60, infectiousness: 2}}
seats:
  ministry: {actor: arden}
  rival: {actor: brenmark}
msel:
  tanker: {turn: 3, text: A tanker is silent., expects: [consular_alert]}
  chaser: {contingency: {of: tanker, after: 2}, text: Well?}
objectives:
  ministry: {accord: {when: "tension(arden, brenmark) <= 35"}}
  rival: {accord: {when: "tension(arden, brenmark) <= 35"}}
endings:
  rupture: {when: "tension(arden, brenmark) >= 95", says: It is over.}
"""
DOUBTFUL = {
    "an actor nobody is tied to": (
        ("actors:\n", "actors:\n  delta: {kind: ngo, name: Delta}\n"),
        ("isolated", "delta:"),
    ),
    "an audience that hears nobody": (
        ("audiences:\n", "audiences:\n  coast: {name: Coast, channels: {press: 1}}\n"),
        ("isolated", "coast:"),
    ),
    "a channel nobody takes from": (
        ("{press: {}}", "{press: {}, street: {}}"),
        ("unused", "channels:"),
    ),
    "a secret no seat holds": (
        ("{of: brenmark,", "{of: corva,"),
        ("unused", "secrets:"),
    ),
    "a claim nobody can bring up": (
        ("{issue: blame, pushes: 60, infectiousness: 2}", "{issue: blame, by: [corva]}"),
        ("unused", "claims:"),
    ),
    "an issue nobody speaks of": (
        ("cable}}", "cable}, fog: {name: Fog}}"),
        ("unused", "issues:"),
    ),
    "a push on no issue": (
        ("{issue: blame, pushes", "{pushes"),
        ("no-issue", "claims:"),
    ),
    "a story that dies out": (
        ("infectiousness: 2", "infectiousness: 1.1"),
        ("never-viral", "claims:"),
    ),
    "a contingency after the end": (("after: 2", "after: 6"), ("never-given", "chaser:")),
    "a contingency of an inject that expects nothing": (
        (", expects: [consular_alert]", ""),
        ("expects-nothing", "tanker:"),
    ),
    "an inject nothing brings": (
        ("  tanker: {turn: 3, ", "  tanker: {"),
        ("never-given", "tanker:"),
    ),
    "an ending out of range": ((">= 95", ">= 200"), ("unreachable", "rupture:")),
    "an objective out of range": (("<= 35", "< 0"), ("unreachable", "ministry: {accord")),
    "an ending after the last turn": (
        ('"tension(arden, brenmark) >= 95"', '"95 <= tension(arden, brenmark) and turn >= 20"'),
        ("unreachable", "rupture:"),
    ),
    "an opinion beyond its scale": (
        ('"tension(arden, brenmark) >= 95"', '"opinion(harbor, blame) > 100"'),
        ("unreachable", "rupture:"),
    ),
    "a seat that can pay for nothing": (
        (
            "{kind: state, name: Arden}",
            "{kind: state, name: Arden, staff: 0, money: 0, political: 0}",
        ),
        ("no-move", "ministry: {actor"),
    ),
    "a seat without an objective": (
        ('  rival: {accord: {when: "tension(arden, brenmark) <= 35"}}\n', ""),
        ("no-objectives", "rival: {actor"),
    ),
    "a text without the scenario's language": (
        ("title: The Strait", "title: {id: Selat}"),
        ("no-translation", "title:"),
    ),
    "a place off the map": (
        ("name: Arden}", "name: Arden, at: [0.5, 40]}"),
        ("off-the-map", "name: Arden"),
    ),
    "a letter that no font holds": (
        ("title: The Strait", "title: The Strait 海峡"),
        ("no-glyph", "title:"),
    ),
    "a picture that is not there": (
        ("turns: 8", "turns: 8\npicture: strait.png"),
        ("no-picture", "picture: strait.png"),
    ),
    "a brief nobody reads": (
        ("{actor: arden}", "{actor: arden, short: " + "word " * 401 + "}"),
        ("long-text", "ministry: {actor"),
    ),
    "a tie to itself that says what is so anyway": (
        ("{uplands: 0.8}", "{uplands: 0.8, harbor: 0.2}"),
        ("tie-to-itself", "harbor: {uplands"),
    ),
    "a tie to an actor": (
        ("{uplands: 0.8}", "{uplands: 0.8, brenmark: 0.3}"),
        ("idle-tie", "harbor: {uplands"),
    ),
}


def written(folder, text):
    path = folder / "strait.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sound_scenario_gets_no_warning(tmp_path):
    assert check(written(tmp_path, SOUND)) == []


@pytest.mark.parametrize("doubt", DOUBTFUL)
def test_it_is_a_warning_in_its_line_and_the_scenario_plays(doubt, tmp_path):
    (old, new), (code, words) = DOUBTFUL[doubt]
    assert old in SOUND
    path = written(tmp_path, SOUND.replace(old, new, 1))

    [found] = [fault for fault in check(path) if fault.code == code]

    assert words in found.source_line
    assert found.severity == "warning"
    assert load(path)


def test_a_scenario_without_a_seat_plays(tmp_path):
    cut = SOUND.split("seats:", maxsplit=1)[0]

    assert "no-seat" in [fault.code for fault in check(written(tmp_path, cut))]
    assert load(written(tmp_path, cut)).keys["seat"] == ()


def test_a_warning_that_follows_from_an_error_is_not_said(tmp_path):
    """The misspelled tie leaves an audience without one; only the misspelling is a mistake."""
    text = SOUND.replace("uplands: {name: Uplands, of: brenmark,", "uplands: {name: Uplands,")
    text = text.replace("{uplands: 0.8}", "{upland: 0.8}")

    assert [fault.code for fault in check(written(tmp_path, text))] == ["unknown-name"]
