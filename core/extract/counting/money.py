"""Money whose name several countries share: whose it is, by the countries that the article names.

"12,000 rupees" in an article that names Pakistan and no other country with rupees are PKR; where it names
two such countries they are nobody's. The rule says so: ``currency.article``. Pounds are a weight unless
the sentence speaks of paying.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc

from core.extract.component import stored_records
from core.extract.counting.amount import Amount
from core.extract.counting.found import Found, read_amount
from core.extract.lang.en.currencies import CODES_BY_COUNTRY, PAID

RULE = "currency.article"
_DEFAULTS = frozenset(("INR", "SAR", "AED", "TRY", "AZN", "pound"))
"""What these names are taken for where no country is named."""
_NEAR = 80
"""Characters on either side of "pounds" in which words of paying stand."""
_LARGE = re.compile(r"(?:million|billion|trillion|bn|mn|m)$")
_WORD = re.compile(r"[a-z]+")
_OF_WEIGHT = (" of ", "-", " per square", " in weight", " overweight", " lighter", " heavier")


def of_article(doc: Doc, text: str, lower: str, starts: list[int], f: Found) -> Found:
    """The number with the currency that the article's countries make of a shared name; ``f`` itself where there is none.

    ``text`` is the Doc's, ``lower`` it in lower case, ``starts`` the offsets of its tokens.
    """
    if f.unit is None:
        return f if f.counted_text is None else _of_noun(doc, text, starts, f, f.counted_text.lower())
    return _of_unit(doc, text, lower, starts, f) if f.unit in _DEFAULTS or f.unit.startswith("pound / ") else f


def _of_noun(doc: Doc, text: str, starts: list[int], f: Found, name: str) -> Found:
    """Money that no unit was read for: "3 million dinars"."""
    if name not in CODES_BY_COUNTRY or f.counted is None or f.counted.first != f.after:
        return f
    code = _one_code(_codes(doc, name))
    return f if code is None else _read_again(doc, text, starts, f.amount, code, starts[f.after] + len(name))


def _of_unit(doc: Doc, text: str, lower: str, starts: list[int], f: Found) -> Found:
    """Money that was read with a usual code, or as a weight: "12,000 rupees", "40 million pounds", "300 pounds a month"."""
    a, weight = f.amount, f.unit is not None and f.unit.startswith("pound")
    written = _WORD.search(lower, a.number_end, a.end)
    name = written.group() if written else ""
    if written is None or name not in CODES_BY_COUNTRY or (weight and not (name == "pounds" and _is_paid(lower, a, written.end()))):
        return f
    known = _codes(doc, name)
    if not known and not weight:
        return f
    code = _one_code(known)
    return _read_again(doc, text, starts, a, code, a.number_end if code is None else written.end())


def _read_again(doc: Doc, text: str, starts: list[int], a: Amount, code: str | None, end: int) -> Found:
    a.unit, a.end = code, end
    f = read_amount(doc, text, starts, a)
    if code is not None:
        f.inherited.append(RULE)
    return f


def _is_paid(lower: str, a: Amount, after: int) -> bool:
    """Whether pounds are money: so many that nothing weighs them, or words of paying near."""
    if lower.startswith(_OF_WEIGHT, after):
        return False
    if _LARGE.search(lower, a.number, a.number_end):
        return True
    before = lower[max(0, a.start - _NEAR) : a.start].rsplit(". ", 1)[-1]
    behind = lower[after : after + _NEAR].split(". ", 1)[0]
    return not PAID.isdisjoint(_WORD.findall(before)) or not PAID.isdisjoint(_WORD.findall(behind))


def _one_code(codes: set[str]) -> str | None:
    return next(iter(codes)) if len(codes) == 1 else None


def _codes(doc: Doc, name: str) -> set[str]:
    """The codes that the countries named in the article give the name."""
    codes = CODES_BY_COUNTRY[name]
    return {codes[c] for row in stored_records(doc, "toponyms") if (c := row.get("country")) in codes}
