"""The deep check: planted defects are found where they stand; what is sound is left alone."""

from pathlib import Path

import pytest
import yaml

from game.batch import deep
from game.batch.deep.arms import Size, arms_of
from game.batch.intervals import wilson
from game.scenario import load

SMALL = Size(whole=80, idle=8, alone=16, hunt=128)
SOUND = Path(__file__).parent / "sound.yaml"


def changed(tmp_path, change):
    """The sound scenario with something done to it, in a file."""
    tree = yaml.safe_load(SOUND.read_text(encoding="utf-8"))
    change(tree)
    path = tmp_path / "planted.yaml"
    path.write_text(yaml.safe_dump(tree, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return path


def found_in(path):
    return deep.examine(load(path), size=SMALL)


def codes(examination):
    return [(one.code, one.path) for one in examination.findings]


@pytest.fixture(scope="module")
def sound():
    return found_in(SOUND)


def test_a_sound_scenario_is_left_alone(sound):
    assert codes(sound) == []


def test_coverage_counts_what_came_up(sound):
    rows = {row.what: row for row in sound.coverage}
    assert (rows["injects"].seen, rows["injects"].of) == (1, 1)
    assert rows["secrets learned"].missing == ()
    assert rows["endings reached"].missing == ()
    assert 0 < rows["moves ordered"].seen <= rows["moves ordered"].of


def never(tree):
    tree["msel"]["ghost"] = {
        "when": "tension(arden, brenmark) > 99",
        "text": {"en": "Never.", "fr": "Jamais."},
    }


def always(tree):
    tree["msel"]["dawn"] = {
        "when": "tension(arden, brenmark) >= 0",
        "text": {"en": "Always.", "fr": "Toujours."},
    }


def impossible_move(tree):
    tree.setdefault("moves", {})["moonshot"] = {
        "name": {"en": "Moonshot", "fr": "Lune"},
        "by": "any",
        "needs": ["money(me) >= 999"],
        "effects": [],
    }


def dear_move(tree):
    tree.setdefault("moves", {})["palace"] = {
        "name": {"en": "Palace", "fr": "Palais"},
        "by": "any",
        "cost": {"money": 500},
        "effects": [],
    }


def winning_move(tree):
    tree["measures"] = {"gold": {"range": [0, 100], "text": "Gold.", "known": "all"}}
    tree["moves"] = {
        "dig": {
            "name": "Dig",
            "by": ["media"],
            "effects": [{"shift": "gold", "by": 30}],
        }
    }
    tree["objectives"]["desk"] = {
        "rich": {"when": "gold >= 90", "weight": 9},
        "scoop": {"when": "public(survey) == 1"},
    }
    tree["seats"]["desk"]["doctrine"] = {"leak_authentic": 1}


def long_text(tree):
    tree["actors"]["arden"]["name"]["en"] = "The Most Serene and Ancient Confederation of Arden"


def untranslated(tree):
    tree["endings"]["rupture"]["says"] = "It breaks."


def seat_without_choice(tree):
    tree["actors"]["lodge"] = {"kind": "collective", "name": {"en": "Lodge", "fr": "Loge"}}
    tree["seats"]["lodge"] = {"actor": "lodge", "name": {"en": "Lodge", "fr": "Loge"}}
    tree["objectives"]["lodge"] = {"late": {"when": "fired(tanker) > 0"}}


def objective_never(tree):
    tree["objectives"]["rival"]["dream"] = {"when": "money(brenmark) >= 900"}


def objective_always(tree):
    tree["objectives"]["rival"]["gift"] = {"when": "tension(arden, brenmark) >= 0"}


def ending_never(tree):
    tree["endings"]["doom"] = {"when": "money(arden) >= 900", "says": {"en": "Doom.", "fr": "Fin."}}


def sealed_secret(tree):
    tree["actors"]["hermit"] = {
        "kind": "individual",
        "name": {"en": "Hermit", "fr": "Ermite"},
        "defense": 1,
    }
    tree["secrets"]["sealed"] = {
        "of": "hermit",
        "severity": 0.5,
        "text": {"en": "A vault.", "fr": "Un coffre."},
    }


def dead_channel(tree):
    tree["channels"]["pigeon"] = {"kind": "site"}


def stuck_claim(tree):
    tree["claims"]["unsaid"] = {
        "text": {"en": "Nobody says it.", "fr": "Personne."},
        "truth": True,
        "by": ["mute"],
    }
    tree["actors"]["mute"] = {"kind": "individual", "name": {"en": "Mute", "fr": "Muet"}}


def winner(tree):
    tree["objectives"]["ministry"] = {"alive": {"when": "staff(arden) >= 0 and fired(tanker) >= 0"}}
    tree["objectives"]["rival"] = {"dream": {"when": "money(brenmark) >= 900"}}
    tree["objectives"]["desk"] = {"dream": {"when": "money(tidewire) >= 900"}}


def runaway(tree):
    tree["measures"] = {"panic": {"range": [0, 100], "start": 10, "text": "Panic."}}
    for turn in range(1, 6):
        tree["msel"][f"news_{turn}"] = {
            "turn": turn,
            "text": {"en": "News.", "fr": "Nouvelles."},
            "effects": [{"shift": "panic", "by": 30}],
        }


def coin(tree):
    tree["objectives"]["desk"]["luck"] = {"when": "fired(tanker) > 0", "weight": 40}


# These do not disturb one another, so they are planted into one scenario.
TOGETHER = {
    never: ("inject-never", ("msel", "ghost")),
    always: ("inject-always", ("msel", "dawn")),
    impossible_move: ("move-never-legal", ("moves", "moonshot")),
    dear_move: ("move-never-chosen", ("moves", "palace")),
    long_text: ("text-too-long", ("actors", "arden", "name")),
    objective_never: ("objective-never", ("objectives", "rival", "dream")),
    objective_always: ("objective-always", ("objectives", "rival", "gift")),
    ending_never: ("ending-never", ("endings", "doom")),
    sealed_secret: ("secret-never-learned", ("secrets", "sealed")),
    dead_channel: ("channel-unused", ("channels", "pigeon")),
    stuck_claim: ("claim-never-spreads", ("claims", "unsaid")),
    runaway: ("measure-runaway", ("measures", "panic")),
    seat_without_choice: ("seat-without-choice", ("seats", "lodge")),
    coin: ("seat-luck", ("seats", "desk")),
}
ALONE = {
    winning_move: ("move-dominant", ("seats", "desk")),
    untranslated: ("text-untranslated", ("endings", "rupture", "says")),
    winner: ("seat-wins", ("seats", "ministry")),
}


@pytest.fixture(scope="module")
def riddled(tmp_path_factory):
    def all_of_them(tree):
        for plant in TOGETHER:
            plant(tree)

    return found_in(changed(tmp_path_factory.mktemp("riddled"), all_of_them))


@pytest.mark.parametrize("defect", TOGETHER, ids=lambda defect: defect.__name__)
def test_a_planted_defect_is_found_among_others(defect, riddled):
    assert TOGETHER[defect] in codes(riddled)


@pytest.mark.parametrize("defect", ALONE, ids=lambda defect: defect.__name__)
def test_a_planted_defect_is_found_where_it_stands(defect, tmp_path):
    assert ALONE[defect] in codes(found_in(changed(tmp_path, defect)))


def test_a_finding_shows_its_place_its_evidence_and_how_to_see_it(tmp_path):
    path = changed(tmp_path, never)
    text = "\n".join(deep.lines_of(found_in(path), path))
    line = path.read_text(encoding="utf-8").split("\n").index("  ghost:") + 1
    assert (
        f"{path}:{line}:3: inject-never: warning: this inject never comes (it came in 0 of" in text
    )
    assert "  see: python main.py batch " in text
    assert text.endswith("\n1 to look at.")


def test_the_same_examination_comes_from_any_number_of_workers(sound):
    assert deep.examine(load(SOUND), size=SMALL, workers=2) == sound


def test_arms_share_their_games_with_a_batch_of_the_same_seed():
    arm = next(arm for arm in arms_of(load(SOUND), SMALL) if arm.name == "desk-uniform")
    assert arm.command(load(SOUND), 7).endswith(
        "--runs 16 --seed 7 --policy all=doctrine --policy desk=uniform --out out/desk-uniform"
    )


def test_a_share_has_the_interval_of_wilson():
    """8 of 10 gives 0.490 to 0.943: the score interval, worked out by hand."""
    low, high = wilson(8, 10)
    assert (low, high) == pytest.approx((0.490, 0.943), abs=0.001)
