"""The commands: ``python -m core enrich``."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

from core.records import Article, to_json


def main() -> int:
    """Run a command; the exit status is that of the contract."""
    parser = argparse.ArgumentParser(prog="python -m core")
    sub = parser.add_subparsers(dest="command", required=True)
    e = sub.add_parser("enrich")
    e.add_argument("inputs", nargs="+")
    e.add_argument("--out", default="-")
    args = parser.parse_args()
    from core.extract.pipeline import enrich, load

    articles = []
    for name in args.inputs:
        path = Path(name)
        if path.suffix == ".jsonl":
            for line in path.open(encoding="utf-8"):
                row = json.loads(line)
                articles.append(Article(id=row["id"], text=row["text"], published=row.get("published"), published_basis="given" if row.get("published") else None, sha256=hashlib.sha256(row["text"].encode()).hexdigest()))
        else:
            text = path.read_text(encoding="utf-8")
            articles.append(Article(id=path.stem, text=text, sha256=hashlib.sha256(text.encode()).hexdigest()))
    out = sys.stdout if args.out == "-" else open(args.out, "w", encoding="utf-8")
    for enriched in enrich(load(), articles):
        out.write(to_json(enriched) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
