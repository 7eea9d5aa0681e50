"""What the YAML parser complains of, in words that help the author who caused it.

The parser speaks of tokens and contexts; its author knows colons, quotes and indentation. Only
the commonest causes are told apart, by what stands at the place.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

COLON_IN_TEXT = re.compile(r":\s")


@dataclass(frozen=True, slots=True)
class Words:
    """A syntax fault in words, and where its cause stands."""

    code: str
    message: str
    hint: str
    line: int
    column: int


Speaker = Callable[[str, str], Words]


@dataclass(frozen=True, slots=True)
class Complaint:
    """What the parser said, where, and in which line; `opened` is where the context began."""

    problem: str
    context: str
    text: str
    above: list[str]  # the lines before it
    line: int
    column: int
    opened: tuple[int, int] | None


def describe(complaint: Complaint) -> Words:
    """The code, message and next step for a complaint of the parser, and the place of its cause."""
    problem, context = complaint.problem, complaint.context
    line, column = complaint.text, complaint.column
    mark = line[column - 1 : column]

    def words(message: str, hint: str, code: str = "bad-yaml") -> Words:
        return Words(code, message, hint, complaint.line, column)

    if "quoted scalar" in context:
        return _quoted(complaint)
    if "flow sequence" in context or "flow mapping" in context:
        return _bracket(complaint, mark)
    if problem.startswith("mapping values are not allowed"):
        return _second_colon(complaint)
    if problem.startswith("found character that cannot start"):
        if mark == "\t" or "\t" in line[: column - 1]:
            hint = "indent with spaces"
            tab = line.index("\t") + 1
            message = "a tab stands where YAML wants spaces"
            return Words("tab", message, hint, complaint.line, tab)
        return words(f"a text cannot begin with '{mark}'", "put the text in quotes")
    if "block scalar" in context:
        return words("a block of text begins badly", "write | or > alone, and the text below it")
    if problem.startswith("block sequence entries are not allowed"):
        return words("a list item '-' may not stand here", "put it on a line of its own below")
    if problem.startswith("found undefined tag handle"):
        return words("tags (!name) are not read here", "quote a text that begins with !", "tag")
    if "directive" in problem or "incompatible YAML" in problem:
        return words("a line with % at its start is not read here", "delete the line")
    if "anchor" in context or "alias" in context:
        return words(f"'{mark or '&'}' begins an anchor or alias here", "put the text in quotes")
    return _structure(complaint, mark, words)


def _quoted(complaint: Complaint) -> Words:
    if "escape" in complaint.problem:
        message = "this backslash means nothing in double quotes"
        hint = "write \\\\ for a backslash, or use single quotes"
        return Words("bad-yaml", message, hint, complaint.line, complaint.column)
    line, column = complaint.opened or (complaint.line, complaint.column)
    message = "the quotation mark that opens here is not closed"
    return Words("bad-yaml", message, "add the closing quotation mark", line, column)


def _bracket(complaint: Complaint, mark: str) -> Words:
    """At the end of the file or before a key the bracket is open; else a comma is missing."""
    kind = "sequence" if "sequence" in complaint.context else "mapping"
    opening, closing = ("[", "]") if kind == "sequence" else ("{", "}")
    line, column = complaint.opened or (complaint.line, complaint.column)
    if mark in ("", ":") or complaint.text[: complaint.column - 1].strip() == "":
        message = f"the '{opening}' that opens here is not closed"
        return Words("bad-yaml", message, f"add '{closing}' or a missing comma", line, column)
    message = f"a comma or '{closing}' is missing before this"
    hint = "quote a text that holds a comma, a bracket or a colon"
    if complaint.text[: complaint.column - 1].rstrip().endswith(('"', "'")):
        hint = "look above for a quotation mark that is not closed"
    return Words("bad-yaml", message, hint, complaint.line, complaint.column)


def _second_colon(complaint: Complaint) -> Words:
    line, column = complaint.text, complaint.column
    hint = 'put the text after the first colon in quotes: key: "a: b"'
    if len(COLON_IN_TEXT.findall(line[:column] + " ")) > 1:
        message = "a second colon stands on this line"
        return Words("bad-yaml", message, hint, complaint.line, column)
    for number in range(complaint.line - 1, 0, -1):
        before = complaint.above[number - 1]
        words = before.split(" #")[0].strip()
        if words and not words.startswith("#"):
            if re.fullmatch(r"[\w .-]+", words) and not words.startswith("- "):
                start = len(before) - len(before.lstrip()) + 1
                hint = "write key: value"
                return Words("bad-yaml", "a colon is missing in this line", hint, number, start)
            break
    message = "a key may not begin here: the line before it has not ended, or is indented less"
    hint = "align it with its neighbors, and look for a missing colon or quotation mark above"
    start = len(line) - len(line.lstrip()) + 1
    return Words("bad-yaml", message, hint, complaint.line, min(start, column))


def _structure(complaint: Complaint, mark: str, words: Speaker) -> Words:
    problem, opened = complaint.problem, complaint.opened
    if mark in ("]", "}"):
        return words(f"'{mark}' closes nothing", "delete it, or add the bracket that opens it")
    if mark == ",":
        return words("a comma may not begin a value", "put the text in quotes")
    if "expected '-' indicator" in problem:
        hint = "begin every item of the list with '- ', in one column"
        where = f" that begins in line {opened[0]}" if opened else ""
        return words(f"the list{where} goes on without '-'", hint)
    if "could not find expected ':'" in problem:
        return words("a line without a colon stands among keys", "write key: value")
    if "did not find expected key" in problem:
        first = not complaint.text[: complaint.column - 1].strip()
        if mark == ":":
            return words("a key is missing before the colon", "write key: value")
        if not first and (mark in ("'", '"') or mark.isalnum()):
            hint = "quote the whole value; inside single quotes write '' for '"
            return words("this does not fit after the value before it", hint)
        return words("this does not line up with the keys above", "align it with its neighbors")
    return words("the text breaks off or breaks YAML's rules here", "look at this line and above")
