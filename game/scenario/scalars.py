"""What a plain word in YAML means: the core schema of YAML 1.2, and nothing more.

PyYAML follows YAML 1.1, in which the country code `no` is false, the time `1:30` is ninety and a
date becomes an object. Here they stay text; whoever wanted something else is told so with a hint.
"""

import re

Plain = str | int | float | bool | None

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
TRUTHS = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
INTEGER = re.compile(r"[-+]?[0-9]+\Z", re.ASCII)
OCTAL = re.compile(r"0o[0-7]+\Z")
HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+\Z")
FRACTION = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z", re.ASCII)
NOT_FINITE = re.compile(r"([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\Z")
DIGITS = 40  # longer integers are no quantity of this world, and slow to read

SEXAGESIMAL = re.compile(r"[-+]?[0-9]+(:[0-5]?[0-9])+(\.[0-9]*)?\Z", re.ASCII)
GROUPED = re.compile(r"[-+]?[0-9]{1,3}([_, '][0-9]{3})+(\.[0-9]+)?\Z", re.ASCII)
PERCENT = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?\s*%\Z", re.ASCII)
COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+\Z", re.ASCII)


class UnusableNumber(ValueError):
    """A plain word is a number by the rules of YAML, but none that a scenario may hold."""


def resolve(word: str) -> Plain:
    """The value of an unquoted word.

    Raises:
        UnusableNumber: it is an integer of more than 40 digits, infinite, or not a number.
    """
    if word in NULLS:
        return None
    if word in TRUTHS:
        return TRUTHS[word]
    if word[0] not in "+-.0123456789":
        return word
    for pattern, base in ((INTEGER, 10), (OCTAL, 8), (HEXADECIMAL, 16)):
        if pattern.match(word):
            return _integer(word, base)
    if NOT_FINITE.match(word):
        raise UnusableNumber(f"{word} is no finite number")
    if FRACTION.match(word):
        return _fraction(word)
    return word


def advice(text: str, wanted: str) -> str:
    """The next step where `text` stands and a value of kind `wanted` is needed, or ''.

    `wanted` is 'number', 'integer' or 'truth'.
    """
    if wanted == "truth":
        return "write true or false without quotes"
    if GROUPED.match(text):
        return f"write {re.sub('[^0-9.+-]', '', text)}"
    if PERCENT.match(text):
        number = float(text.rstrip().rstrip("%")) / 100
        return f"write the share, {number:g}"
    if COMMA.match(text):
        return f"write {text.replace(',', '.')} with a decimal point"
    if SEXAGESIMAL.match(text):
        return "a time of day is text; write one plain number"
    if isinstance(_number_in(text), int | float):
        return "take the quotes away"
    return ""


def _number_in(text: str) -> Plain:
    try:
        value = resolve(text.strip() or "~")
    except UnusableNumber:
        return None
    return None if isinstance(value, bool | str) else value


def _integer(word: str, base: int) -> int:
    if len(word) > DIGITS:
        raise UnusableNumber(f"an integer of {len(word)} digits; {DIGITS} are the most")
    return int(word, base)


def _fraction(word: str) -> float:
    value = float(word)
    if value in (float("inf"), float("-inf")):
        raise UnusableNumber(f"{word} is too large a number")
    return value
