"""Records as W3C Web Annotations (JSON-LD), each on its words by quote and by position.

Web Annotation Data Model, W3C Recommendation 2017: TextQuoteSelector (exact, prefix,
suffix) and TextPositionSelector (code points, end exclusive).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from core.store.anchors import CONTEXT
from core.store.exports.rows import rows
from core.store.filters import Filters
from core.store.queries import articles, attributions, checks, claims, entities, places, timeline
from core.store.workspace import Workspace

KINDS = {"toponym": places, "entity": entities, "claim": claims, "attribution": attributions, "event": timeline, "check": checks}
_LEFT_OUT = frozenset({"id", "article_id", "start_char", "end_char", "text", "sentence", "sentence_start", "sentence_end", "title", "opening", "outlet", "published"})


def write(workspace: Workspace, filters: Filters) -> Iterator[str]:
    """An annotation page with one annotation a record."""
    sources = {row["id"]: row["url"] or f"urn:dateline:{quote(row['id'], safe='')}" for row in rows(articles(workspace))}
    texts: dict[str, str] = {}
    yield '{"@context": ["http://www.w3.org/ns/anno.jsonld", {"dateline": "urn:dateline:field:"}], "type": "AnnotationPage", "items": ['
    first = True
    for kind, query in KINDS.items():
        for row in rows(query(workspace, filters)):
            name = row["article_id"]
            if name not in texts:
                texts = {name: workspace.article(name).text}
            yield ("\n" if first else ",\n") + json.dumps(_annotation(kind, row, sources[name], texts[name]), ensure_ascii=False)
            first = False
    yield "\n]}\n"


def _annotation(kind: str, row: dict[str, Any], source: str, text: str) -> dict[str, Any]:
    start, end = row["start_char"], row["end_char"]
    known = {key: value for key, value in row.items() if value is not None and key not in _LEFT_OUT}
    return {
        "id": f"urn:dateline:{quote(row['article_id'], safe='')}:{row['id']}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": {"type": "Dataset", "dateline:record": kind} | {f"dateline:{key}": value for key, value in known.items()},
        "target": {
            "source": source,
            "selector": [
                {"type": "TextQuoteSelector", "exact": text[start:end], "prefix": text[max(0, start - CONTEXT) : start], "suffix": text[end : end + CONTEXT]},
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }
