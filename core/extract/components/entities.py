"""Find entities: the model's names, typed further and brought to one name per actor."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc

from core.extract.actors.lexicon import PATTERNS, by_first_word
from core.extract.actors.naming import Mention, as_introduced, name_actors
from core.extract.columns import code, columns_of
from core.extract.component import register, text_of
from core.records import Entity, record_id

NOT_NAMES = frozenset(("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE", ""))
"""Labels of the model that other records cover."""


def find_entities(doc: Doc) -> Iterator[Entity]:
    """Yield the entities of a Doc: one record a mention, with the actor's one name.

    Where a name of the lexicon and a name of the model overlap, the longer one stands,
    and the lexicon's type wins a tie.
    """
    named = as_introduced(name_actors(_longest([*_of_lexicon(doc), *_of_model(doc)])), text_of(doc))
    for m in (*named, *_overlooked(doc, named)):
        yield Entity(
            id=record_id("entity", m.start, m.end), start_char=m.start, end_char=m.end, text=m.text,
            rule=m.rule, label=m.label, entity=m.entity or m.text,
        )  # fmt: skip


def _of_model(doc: Doc) -> Iterator[Mention]:
    text = text_of(doc)
    for ent in doc.ents:
        if ent.label_ in NOT_NAMES:
            continue
        start, end = ent.start_char, ent.end_char
        name = text[start:end]
        if "(" in name and ")" not in name:
            name = name.partition("(")[0]  # "The Organization (WHO": the short name is in brackets of its own
        bare = name.rstrip().removesuffix("'s").removesuffix("’s").rstrip()
        if bare:
            yield Mention(start, start + len(bare), bare, _label(ent.label_, bare), "spacy_ner")


def _label(label: str, name: str) -> str:
    """The model's label, but no person is called "The Lowland Brigades"."""
    return "ORG" if label == "PERSON" and name[:4].lower() == "the " else label


def _of_lexicon(doc: Doc) -> Iterator[Mention]:
    index, text, columns = by_first_word(), text_of(doc), columns_of(doc)
    for i in [i for i, orth in enumerate(columns.orth) if orth in index]:
        start, entries = columns.start[i], index[columns.orth[i]]
        after = start + entries.length
        if entries.onward is not None and text[after : after + 2] not in entries.onward:
            continue
        for entry in entries.longest_first:
            end = start + len(entry.text)
            if text.startswith(entry.text, start) and not text[end : end + 1].isalnum():
                if entry.alone:
                    yield Mention(start, end, entry.text, entry.label, "lexicon", entry.entity)
                break
    for label, rule, needed, pattern in PATTERNS:
        for match in pattern.finditer(text) if any(word in text for word in needed) else ():
            yield Mention(match.start(), match.end(), match.group(), label, rule, match.group())


def _overlooked(doc: Doc, named: list[Mention]) -> Iterator[Mention]:
    """Last names of the article's people where the model saw no name."""
    people = {m.entity.split()[-1]: m.entity for m in named if m.label == "PERSON" and m.entity and " " in m.entity}
    codes = {code(last): last for last in people if len(last) >= MIN_LAST_NAME}
    columns = columns_of(doc)
    again = [i for i, form in enumerate(columns.orth) if form in codes] if codes else []
    taken = {m.start for m in named} | {m.end - len(m.text.split()[-1]) for m in named} if again else set()
    for i in again:
        last, start = codes[columns.orth[i]], columns.start[i]
        is_name = start not in taken and (len(last) > MIN_LAST_NAME or columns.tag[i] in PROPER)
        if is_name and not any(m.start <= start < m.end for m in _around(named, start)):
            yield Mention(start, start + len(last), last, "PERSON", "last_name", people[last])


def _around(named: list[Mention], start: int) -> list[Mention]:
    """The last mention that begins before a place."""
    at = bisect_right(named, start, key=lambda m: m.start) - 1
    return named[at : at + 1] if at >= 0 else []


MIN_LAST_NAME = 4
"""Letters; a name of that length must be tagged as one, longer ones are hardly ever common words."""
PROPER = frozenset((code("NNP"), code("NNPS")))


def _longest(mentions: list[Mention]) -> list[Mention]:
    """Drop mentions inside or across longer ones; of two equal ones the first stands."""
    kept: list[Mention] = []
    for m in sorted(mentions, key=lambda m: (m.start, m.start - m.end)):
        if not kept or m.start >= kept[-1].end:
            kept.append(m)
        elif m.end - m.start > kept[-1].end - kept[-1].start:
            kept[-1] = m
    return kept


register("news_entities", "entities", Entity, find_entities)
