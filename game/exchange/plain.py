"""Words of strangers made safe for tables: names come from scenarios, and programs run formulas."""

import unicodedata

# Excel and LibreOffice take a field that begins so for a formula (OWASP: CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")
GUARD = "'"


def one_field(text: str) -> str:
    """Return a text on one line, without tabs and control characters, harmless as a formula."""
    line = "".join(" " if _is_control(sign) else sign for sign in text)
    line = " ".join(line.split())
    return GUARD + line if line.startswith(FORMULA) and not _is_number(line) else line


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
