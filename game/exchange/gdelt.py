"""GDELT 2.0 event rows: who did what to whom, coded by CAMEO, one row a deed that was done.

The format is that of the GDELT Event Database Codebook V2.0 (2015): 61 columns, no head, separated
by tabs, codes as text. Columns that only a real newspaper could fill are left empty. CAMEO: Schrodt
2012; a deed that CAMEO has no code for gives no row.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from game.exchange.acts import Act
from game.exchange.calendar import moment
from game.exchange.codes import Codebook
from game.exchange.plain import one_field
from game.scenario import Scenario

PERSON = (
    *("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode"),
    *("Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code"),
)
PLACE = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor1{name}" for name in PERSON),
    *(f"Actor2{name}" for name in PERSON),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass"),
    *("GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"Actor1Geo_{name}" for name in PLACE),
    *(f"Actor2Geo_{name}" for name in PLACE),
    *(f"ActionGeo_{name}" for name in PLACE),
    *("DATEADDED", "SOURCEURL"),
)
# CAMEO's role of each kind of actor; a platform is a business to it, an armed group an insurgent.
ROLES = {
    "state": "GOV",
    "international_organization": "IGO",
    "ngo": "NGO",
    "media": "MED",
    "platform": "BUS",
    "company": "BUS",
    "collective": "CVL",
    "armed_group": "INS",
    "diaspora": "CVL",
}
# The last root of each quad class: verbal and material cooperation, verbal and material conflict.
QUADS = ((5, 1), (8, 2), (13, 3), (20, 4))
RUN_STEP = 1_000_000  # rows of one game that GLOBALEVENTID tells apart
SOURCE = "backchannel:{scenario}/run/{run}/turn/{turn}/{seat}/{slot}"


def lines(scenario: Scenario, acts: Iterable[Act]) -> Iterator[str]:
    """Return a line of 61 fields for every coded act that was done, without line ends."""
    coder = _Coder(scenario)
    run, number = -1, 0
    for act in acts:
        run, number = (act.run, number + 1) if act.run == run else (act.run, 0)
        values = coder.values(act, act.run * RUN_STEP + number)
        if values:
            yield "\t".join(one_field(values.get(name, "")) for name in COLUMNS)


class _Coder:
    """Turns acts of one scenario into the values of columns."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.codes = Codebook(scenario).deeds
        self.actor = lru_cache(maxsize=None)(self._actor)

    def values(self, act: Act, number: int) -> dict[str, str]:
        """Return the filled columns of an act, none if it is no event in CAMEO's sense."""
        codes = self.codes[act.move]
        if act.outcome != "done" or not codes.cameo:
            return {}
        when = moment(self.scenario, act.turn)
        source = SOURCE.format(scenario=self.scenario.name, **_names(act))
        days = (when - when.replace(month=1, day=1)).days
        return {
            "GLOBALEVENTID": str(number),
            "SQLDATE": f"{when:%Y%m%d}",
            "MonthYear": f"{when:%Y%m}",
            "Year": f"{when:%Y}",
            "FractionDate": f"{when.year + days / 366:.4f}",
            **self.actor("Actor1", self.scenario.content.seats[act.seat].actor),
            **self._target(act),
            "IsRootEvent": "1",
            "EventCode": codes.cameo,
            "EventBaseCode": codes.cameo[:3],
            "EventRootCode": codes.cameo[:2],
            "QuadClass": str(quad_class(codes.cameo)),
            "GoldsteinScale": "" if codes.goldstein is None else f"{codes.goldstein:g}",
            "NumMentions": "1",
            "NumSources": "1",
            "NumArticles": "1",
            "DATEADDED": f"{when:%Y%m%d%H%M%S}",
            "SOURCEURL": source,
        }

    def _target(self, act: Act) -> dict[str, str]:
        """Return Actor2: the actor aimed at, or whose public it is; nobody for a thing."""
        content, target = self.scenario.content, act.target or ""
        if target in content.actors:
            return self.actor("Actor2", target)
        if target in content.audiences:
            audience = content.audiences[target]
            country = _code(audience.of) if audience.of else ""
            name = self.scenario.say(audience.name) or target
            columns = {"Code": f"{country}CVL", "Name": name, "Type1Code": "CVL"}
            columns |= {"CountryCode": country}
            return {f"Actor2{column}": value for column, value in columns.items()}
        return {}

    def _actor(self, prefix: str, key: str) -> dict[str, str]:
        """Return the columns of an actor; the country is that of a state, or of its own."""
        actor = self.scenario.content.actors[key]
        country = _code(key) if actor.kind == "state" else ""
        role = ROLES.get(actor.kind, "")
        name = self.scenario.say(actor.name) or key
        columns = {"Code": f"{country}{role}", "Name": name, "Type1Code": role}
        columns |= {"CountryCode": country}
        return {f"{prefix}{column}": value for column, value in columns.items()}


def quad_class(cameo: str) -> int:
    """Return 1 to 4: verbal or material cooperation, verbal or material conflict."""
    root = int(cameo[:2])
    return next(quad for last, quad in QUADS if root <= last)


def _code(key: str) -> str:
    """Return three letters for a country of a story; CAMEO's own are for real ones."""
    letters = "".join(sign for sign in key if sign.isascii() and sign.isalpha())
    return (letters.upper() + "XXX")[:3]


def _names(act: Act) -> dict[str, object]:
    return {"run": act.run, "turn": act.turn, "seat": act.seat, "slot": act.slot}
