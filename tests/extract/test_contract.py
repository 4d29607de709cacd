"""The contract on texts that nobody would write: our own articles, damaged, and what once broke a rule."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from core.extract.pipeline import enrich
from core.records import Article, to_json
from tests.extract.contract import check

ARTICLES = sorted((Path(__file__).resolve().parents[1] / "gold" / "articles").glob("*.txt"))
ODD = [
    "1e999", "-0", "1.000,50", "½ of 3/0", "٣٥", "9" * 5000, "0.0", "5-3", "between 30 and 20", "from 50 to 5 percent", "more than fewer than 5",
    "no", "5 %%", "$$5", "€1.000,50", "km5", "99:99", "Feb. 30", "9999999999 months ago", "13/14/15", "9999-12-31", "the next 10,000 years",
    "the 24 hours to Jan. 1, 0001", "since 2031", "5 APRİL 2015", "Aprıl", "ſept. 5", "\u200b", "\u202e", "\u0301" * 3, "👩‍👩‍👧‍👦", "\x07", "\u2028",
    "\r\n", "\n\n\n", "\xa0", "“", "”", "\"", "'", "((", "—", "...", "@#", "حلب", "北京", "Mr.", "U.S.", "(Reuters)", "CNN", "said", "said that",
    "according to", "killed", "at least", "yesterday", "by 2030", "if", "ago", "Georgia", "36.2 N, 37.1 E", "and", "dozens of", "Q" + "3" * 5000,
    "hundreds of millions of dollars", "x" * 3000, "\"" * 200, "( " * 100, "and " * 100, "said that the army said that " * 30,
]  # fmt: skip
WHEN = (None, "2015-11-17", "0001-01-01", "9999-12-31")


def made(nlp, text: str, published: str | None = None):
    known = {"published": published, "published_basis": "given", "published_earliest": published, "published_latest": published} if published else {}
    (found,) = enrich(nlp, [Article(id="a", text=text, **known)])
    check(found)
    return found


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("By 2014 90 raids 2015.", None),
        ("Some director, Cindy McCain, told the Security Council  15,000 families have fled to Tawila, 68 km to the west, since the beginning of April, the International Organization for Migration reported.", None),
        ("Rebels of the National said thatLiberation Army released 11 police officers on Sunday, two ...  weeks after seizing them at a roadblock in the Catatumbo region, the country's human rights ombudsman announced on Monday.", None),
        ("Peacekeepers have been killed in hostile acts since the mission began in 2013.", "2010-01-01"),
        (f"It rained on 5 May {'9' * 5000} and in Q{'3' * 5000} 2015, from May 5-{'7' * 5000}, at 12:{'0' * 5000} p.m. and 5.{'5' * 5000} weeks ago.", None),
        ("At least 30 people died in the 24 hours to Jan. 1, 0001, and 40 in the 99999999999 hours to Monday.", "0001-01-01"),
        ("( " * 100 + " overnight on October 19 to 20.", "0001-01-01"),
        ("Week 1,200 of the war, the week 1,000,000,000,000,000 of it, and Q1,000 of the 1,990s.", None),
        ("Published: 5 APRİL 2015\n\nJets hit Homs on Frıday, Aprıl 3, and on ſunday.", None),
    ],
)
def test_what_once_broke_the_contract(nlp, text, published):
    made(nlp, text, published)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_damaged_articles_keep_the_contract(nlp, path):
    chance = random.Random(path.stem)
    text, published = _damaged(path.read_text(), chance), chance.choice(WHEN)
    assert to_json(made(nlp, text, published)) == to_json(made(nlp, text, published))


def _damaged(text: str, chance: random.Random) -> str:
    words = re.findall(r"\S+|\s+", text)[:500]
    for _ in range(12):
        at = chance.randrange(len(words))
        words[at:at] = chance.choice(([" ", chance.choice(ODD), " "], [chance.choice(ODD)], words[at // 2 : at // 2 + 20]))
        cut = chance.randrange(len(words))
        del words[cut : cut + chance.randint(0, 4)]
    return "".join(words)
