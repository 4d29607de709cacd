"""Build ``nouns.tsv``, the kinds of things that are counted, from the noun files of WordNet.

    python -m core.extract.claiming.build DICT

DICT is the folder with ``data.noun`` and ``index.sense`` of the package named in
``core/extract/data/SOURCES.md``. Build time only. A noun is taken for a person, a piece of
equipment or a building when that is its first sense and nearly all of its tagged uses.

Format: https://wordnet.princeton.edu/documentation/wndb5wn
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

OUT = Path(__file__).resolve().parent.parent / "data" / "nouns.tsv"
ROOTS = {
    "personnel": ("person",),
    "equipment": ("weapon", "vehicle", "ammunition", "explosive_device", "weaponry"),
    "other": ("building", "housing", "document", "room"),
}
"""Kinds by the first sense of these nouns, and all below it."""
ALMOST_ALL = 0.85
SPARE = 0.15
"""Weight of a sense that no text of WordNet's uses."""


class Synset(NamedTuple):
    """A sense: its words in their own case, and the senses above it."""

    words: tuple[str, ...]
    above: tuple[str, ...]


def synsets(lines: Iterable[str]) -> dict[str, Synset]:
    """Noun senses by offset."""
    found = {}
    for line in lines:
        if line.startswith(" "):
            continue
        fields = line.split("|", 1)[0].split()
        count = int(fields[3], 16)
        words = tuple(fields[4 : 4 + 2 * count : 2])
        pointers = fields[5 + 2 * count :]
        above = tuple(pointers[i + 1] for i in range(0, len(pointers) - 3, 4) if pointers[i] in ("@", "@i"))
        found[fields[0]] = Synset(words, above)
    return found


def senses(lines: Iterable[str]) -> dict[str, list[tuple[int, str, int]]]:
    """Lemma to ``(sense number, offset, tagged uses)`` of its nouns, first sense first."""
    found: dict[str, list[tuple[int, str, int]]] = defaultdict(list)
    for line in lines:
        key, offset, number, uses = line.split()
        lemma, _, rest = key.partition("%")
        if rest.startswith("1:"):
            found[lemma].append((int(number), offset, int(uses)))
    return {lemma: sorted(each) for lemma, each in found.items()}


def kinds(nouns: dict[str, Synset], uses: dict[str, list[tuple[int, str, int]]]) -> dict[str, str]:
    """Single words in lower case to their kind."""
    roots = {uses[word][0][1]: kind for kind, words in ROOTS.items() for word in words if word in uses}

    @cache
    def kind_of(offset: str) -> str | None:
        if offset in roots:
            return roots[offset]
        return next((kind for above in nouns[offset].above if (kind := kind_of(above))), None)

    return {word: kind for word, each in sorted(uses.items()) if _is_plain(word, each, nouns) and (kind := _mostly(each, kind_of))}


def _is_plain(word: str, each: list[tuple[int, str, int]], nouns: dict[str, Synset]) -> bool:
    return word.replace("-", "").isalpha() and len(word) > 2 and word in nouns[each[0][1]].words


def _mostly(each, kind_of) -> str | None:  # type: ignore[no-untyped-def]
    weights: dict[str | None, float] = defaultdict(float)
    for _, offset, uses in each:
        weights[kind_of(offset)] += uses + SPARE
    first = kind_of(each[0][1])
    return first if first and weights[first] >= ALMOST_ALL * sum(weights.values()) else None


def main(arguments: list[str]) -> None:
    """Write the file: one line a kind, its words in order."""
    folder = Path(arguments[0])
    nouns = synsets((folder / "data.noun").read_text(encoding="utf-8").splitlines())
    found = kinds(nouns, senses((folder / "index.sense").read_text(encoding="utf-8").splitlines()))
    lines = (f"{kind}\t{' '.join(w for w, k in found.items() if k == kind)}" for kind in ROOTS)
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
