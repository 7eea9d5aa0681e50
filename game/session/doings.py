"""What was done by hand, in sentences: for accounts of a game and for the facilitator's log."""

from game.engine import Order
from game.engine.journal import Intervention
from game.language import t
from game.session.namebook import Namebook


def tell_intervention(names: Namebook, done: Intervention) -> str:
    """One intervention with its reason, for eyes that may see everything."""
    said = _said(names, done)
    return t("{said} Why: {why}", said=said, why=done.why) if done.why else said


def _said(names: Namebook, done: Intervention) -> str:
    data, who = done.data, _who(names, done.by)
    inject = str(data.get("inject", "")).replace("_", " ")
    seat = names.thing("seat", str(data["seat"])) if data.get("seat") else ""
    match done.kind:
        case "fire" | "give":
            return t("{who} gives the inject {inject} by hand.", who=who, inject=inject)
        case "hold":
            return t("{who} holds the inject {inject} back.", who=who, inject=inject)
        case "release":
            return t("{who} lets the inject {inject} come again.", who=who, inject=inject)
        case "edit":
            return t(
                "{who} rewrites the inject {inject}: “{words}”",
                who=who, inject=inject, words=data.get("text", ""),
            )  # fmt: skip
        case "write":
            return t("{who} writes an inject: “{words}”", who=who, words=data.get("text", ""))
        case "set":
            name = _measure(names, str(data["measure"]), [str(one) for one in data["things"]])
            return t(
                "{who} sets {measure} from {was} to {to}.",
                who=who, measure=name, was=_number(data.get("was")), to=_number(data["to"]),
            )  # fmt: skip
        case "order":
            struck = names.order(Order(**data["struck"]))
            if not data.get("put"):
                return t("{who} strikes an order of {seat}: {order}.",
                         who=who, seat=seat, order=struck)  # fmt: skip
            put = names.order(Order(**data["put"]))
            return t(
                "{who} changes an order of {seat}: {order} becomes {other}.",
                who=who, seat=seat, order=struck, other=put,
            )  # fmt: skip
        case "seat":
            return t("{who} gives the seat of {seat} to {holder}.",
                     who=who, seat=seat, holder=holder_name(str(data["to"])))  # fmt: skip
        case "skip":
            missing = ", ".join(names.thing("seat", str(one)) for one in data.get("missing", []))
            return t("{who} goes on without the sheets of: {seats}.", who=who, seats=missing)
        case "mark":
            return t("{who} marks this moment: “{words}”", who=who, words=data.get("text", ""))
    return t("{who}: {kind}.", who=who, kind=done.kind)


def holder_name(holder: str) -> str:
    """Who holds a seat, as people say it."""
    if holder == "person":
        return t("a person")
    return t("the facilitator") if holder == "facilitator" else holder


def _who(names: Namebook, by: str) -> str:
    if by == "facilitator":
        return t("The facilitator")
    return names.thing("seat", by) if by in names.scenario.content.seats else by


def _measure(names: Namebook, measure: str, things: list[str]) -> str:
    axes = names.scenario.measures[measure].axes
    named = [names.thing(axis, thing) for axis, thing in zip(axes, things, strict=True)]
    words = measure.replace("_", " ")
    return f"{words} ({', '.join(named)})" if named else words


def _number(value: object) -> str:
    return f"{value:g}" if isinstance(value, int | float) else "?"
