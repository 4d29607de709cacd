"""Whether a text is in a language that the rules do not read.

Its commonest words tell: the language whose function words are most of a text's beginning
(Grefenstette, "Comparing two language identification schemes", JADT 1995). Only what is
plainly not English is told; a short or mixed text is taken for English.
"""

from __future__ import annotations

import re
from collections import Counter

from core.extract.lang.others import ENGLISH, OTHERS

HEAD = 600
"""Characters from the start that are looked at."""
LEAST, TIMES = 8, 4
"""How many function words another language must have there, and how many times as many as English."""
SHORT = 120
"""Characters: a shorter text is not asked, it has hardly so many function words."""
_WORD = re.compile(r"[^\W\d_]+")
_LANGUAGES: dict[str, list[str]] = {}
for _language, _words in OTHERS.items():
    for _word in _words:
        _LANGUAGES.setdefault(_word, []).append(_language)


def other_language(text: str) -> str | None:
    """The language of a text (ISO 639-1) where it is plainly not English, else ``None``."""
    if len(text) < SHORT:
        return None
    found: Counter[str] = Counter()
    english = 0
    for match in _WORD.finditer(text[:HEAD].lower()):
        word = match.group()
        if word in ENGLISH:
            english += 1
            if english == LEAST:
                return None  # another language would need four times as many: most texts are told by their first lines
        elif word in _LANGUAGES:
            found.update(_LANGUAGES[word])
    if not found:
        return None
    language, most = found.most_common(1)[0]
    return language if most >= LEAST and most > TIMES * english else None
