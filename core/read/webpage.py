"""Web pages: the article without menus, related stories, comments and banners, and what the page says of it.

Which part of a page is its article is trafilatura's work (Barbaresi 2021, "Trafilatura: A Web Scraping
Library and Command-Line Tool for Text Discovery and Extraction", ACL-IJCNLP). It works on a page's tree and
gives a tree of paragraphs, headings, lists and tables; they become the text here, an empty line between
paragraphs, a table's row on a line of its own. Where it finds nothing, the text is that of the page's
``article`` or ``main`` element, or of its body.

Metadata is first what the page says for machines (``markup``), then what trafilatura reads off the page, and
a sidecar beside the file goes before both.
"""

from __future__ import annotations

import codecs
import logging
import re
import warnings
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import ReadError
from core.read.decode import checked, decode
from core.read.markup import OF_CHANGE, Page, parse
from core.read.metadata import Given, article, sidecar
from core.records import Article

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

log = logging.getLogger(__name__)
for _library in ("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)  # what is odd in a page is no matter for a person

MOST_BYTES = 10_000_000
"""A page takes about twenty times its size in memory."""
MOST_TAGS = 100_000
"""Tags above which the page's own elements must do: trafilatura takes 10 microseconds and more for each."""
LAYOUT_CELL = 400
"""Characters in a cell above which its table lays out a page, as pages did before style sheets, and holds no data."""
SURE = 250
"""Characters up to which trafilatura trusts no finding and takes all words of a page; its own ``MIN_EXTRACTED_SIZE``."""

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WESTERN = frozenset({"iso8859-1", "ascii", "cp1252"})
"""What browsers read as Windows-1252 (WHATWG Encoding Standard, 4.2)."""
_ENDS = frozenset({"p", "head", "list", "item", "quote", "lb", "table", "row", "code", "fw", "div"})
"""Elements of trafilatura's trees that end a paragraph."""
_ADVERTISEMENT = re.compile(r"(?:(?:story|article) continues (?:below|after) )?(?:this )?advert(?:isement|ising)?(?: [·|–-] .{0,30})?", re.IGNORECASE)
"""The line that stands in the place of one, between paragraphs."""
_DATES: dict[str, Any] = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}


def read(path: Path) -> Iterator[Article]:
    """Read a saved web page. Raises ``ReadError`` when it has no text."""
    name = str(path)
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise ReadError(name, f"{size / 1e6:,.0f} MB: a web page may have at most {MOST_BYTES // 1_000_000}")
    text, given = contents(decoded(path.read_bytes(), name))
    yield article(path.stem, checked(text, name), given | sidecar(path), name)


def contents(markup: str, address: str = "") -> tuple[str, Given]:
    """The article's text and what the page says of it. No markup is too broken; a page without words gives an empty text.

    ``address`` is where the page was found, if that is known: the page's own word on it goes before.
    """
    page = parse(markup, address)
    found = _found(markup)
    given = _given(page, found, markup)
    paragraphs = _chosen(list(_paragraphs(found.body)) if found is not None and found.body is not None else [], page)
    paragraphs = [words for words in paragraphs if not _ADVERTISEMENT.fullmatch(words)] or paragraphs
    if len(paragraphs) > 1 and paragraphs[0].casefold() == given.get("title", "").casefold():
        del paragraphs[0]  # the headline is told apart
    return "\n\n".join(paragraphs), given


def _chosen(found: list[str], page: Page) -> list[str]:
    """The paragraphs found, or those of the page's own elements where little was found and these say more of it."""
    own, length = page.own_paragraphs(), sum(map(len, found))
    if length >= SURE or (length and not page.has_main and " ".join(found) != " ".join(own)):
        return found
    return own


# --- the article ---------------------------------------------------------------------------
def _found(markup: str) -> Document | None:
    """What trafilatura makes of a page; nothing where it finds no article."""
    from trafilatura import bare_extraction, load_html

    if markup.count("<") > MOST_TAGS:
        return None
    try:
        tree = load_html(markup.replace("\0", "\ufffd"))
        if tree is None:
            return None
        _unwrap_layout(tree)
        _drop_times_of_change(tree)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what its libraries think of a page's odd dates
            document = bare_extraction(tree, with_metadata=True, include_comments=False, date_extraction_params=_DATES)
    except Exception as error:  # a page that its heuristics stumble over still has its own text
        log.debug("trafilatura: %r", error)
        return None
    return document if document is None or not isinstance(document, dict) else None


def _unwrap_layout(tree: HtmlElement) -> None:
    """Make plain blocks of tables that lay out the page, whose text would count as data."""
    laid_out: set[_Element] = set()
    for cell in tree.iter("td", "th"):
        if len("".join(cell.itertext())) > LAYOUT_CELL:
            laid_out.update(cell.iterancestors("table"))
    for table in laid_out:
        rows = [*table.iterchildren("tr"), *(row for part in table.iterchildren("tbody", "thead", "tfoot") for row in part)]
        for element in (table, *table.iterchildren(), *rows, *(cell for row in rows for cell in row)):
            if isinstance(element.tag, str):
                element.tag = "div"


def _drop_times_of_change(tree: HtmlElement) -> None:
    """What htmldate takes for lack of better is no time of publication."""
    for element in [*tree.iter("meta", "time")]:
        if OF_CHANGE.search(" ".join(element.get(name, "") for name in ("name", "property", "itemprop", "class"))):
            element.drop_tree()


def _paragraphs(body: _Element) -> Iterator[str]:
    """Texts of the paragraphs, in order; cells of a row with a tab between them."""
    from lxml.etree import iterwalk

    text: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        starts = event == "start"
        if element.tag in _ENDS:
            yield from _ended(text)
        elif element.tag == "cell" and not starts:
            text.append("\t")
        text.append((element.text if starts else element.tail) or "")
    yield from _ended(text)


def _ended(text: list[str]) -> Iterator[str]:
    cells = (" ".join(cell.split()) for cell in "".join(text).split("\t"))
    text.clear()
    if words := "\t".join(cell for cell in cells if cell):
        yield words


# --- what is said of it --------------------------------------------------------------------
def _given(page: Page, found: Document | None, markup: str) -> Given:
    if found is None:
        return page.given()
    also = {
        "title": found.title,
        "byline": ", ".join(part.strip() for part in (found.author or "").split(";")),
        "outlet": None if "." in (found.sitename or "") else found.sitename,  # a host's name in place of an outlet's
        "published": found.date if _stated(found.date, markup) else None,
    }
    return page.given() | {field: value for field, value in also.items() if value} | page.said()


def _stated(day: str | None, markup: str) -> bool:
    """Whether a page states a day in figures that read one way only: year first. "03/04/2015" may be two days."""
    try:
        parts = date.fromisoformat(day or "")
    except ValueError:
        return False
    return any(parts.strftime(form) in markup for form in ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d"))


# --- letters -------------------------------------------------------------------------------
def decoded(raw: bytes, name: str, declared: str = "") -> str:
    """A page's letters, in the encoding that its server or it declares, else UTF-8, else Windows-1252, as browsers have it.

    Raises ``ReadError`` when it is no text in the encoding declared.
    """
    said = _CHARSET.search(raw[:4096])
    codec = _codec(declared) or _codec(said[1].decode("ascii") if said else "")
    if codec in ("utf-8", "utf-16") or raw.startswith(_MARKS):
        return decode(raw, name)
    try:
        return raw.decode(codec or "utf-8")
    except UnicodeDecodeError as error:
        if codec and codec not in _WESTERN:
            raise ReadError(name, f"no text in {codec.upper()}") from error
    return raw.decode("cp1252", errors="replace")


def _codec(label: str) -> str:
    """Python's name of a character encoding; empty for one that it does not know, or that is none of text."""
    try:
        codec = codecs.lookup(label).name if label else ""
        "".encode(codec or "utf-8")
    except LookupError:
        return ""
    return "cp1252" if codec in _WESTERN else codec
