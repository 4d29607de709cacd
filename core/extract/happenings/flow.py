"""The date of each trigger in turn: its own, its governor's, the day of saying, the article's flow."""

from __future__ import annotations

from core.extract.happenings.attached import Attached
from core.extract.happenings.dating import Dated, by_timex
from core.extract.happenings.modality import Modality
from core.extract.happenings.parse import Parse
from core.extract.happenings.triggers import Trigger
from core.extract.lang.en.conflict import SPOKEN
from core.extract.normalize.dates import add_days, parse_date
from core.records import Article

MAX_DAYS = 366
"""An interval of publication longer than this dates nothing else."""


def _known_days(article: Article) -> tuple[str | None, str | None]:
    """First and last day on which the article can have appeared, both ``None`` where that is too vague."""
    if article.published:
        return article.published, article.published
    first, last = parse_date(article.published_earliest), parse_date(article.published_latest)
    if first is None or last is None or (last - first).days > MAX_DAYS:
        return None, None
    return first.isoformat(), last.isoformat()


UNDATED = Dated(None, None, None, None, "undated")
_SHARING = frozenset(("advcl", "conj", "xcomp", "pcomp", "acl"))
_SAME_TIME = frozenset(("when", "as", "while"))
_BOUNDING = frozenset(("since", "after", "before", "until", "till"))
_NOT_FINITE = frozenset(("VBG", "VBN"))


class Flow:
    """Dates the triggers of one text, given in text order."""

    def __init__(self, parse: Parse, modality: Modality, attached: dict[int, Attached], article: Article) -> None:
        self.parse, self.modality, self.attached = parse, modality, attached
        self.first, self.last = _known_days(article)
        self._last: tuple[int, Dated] | None = None

    def date(self, trigger: Trigger) -> Dated:
        """When the event of the next trigger took, takes or will take place."""
        found = self._own(trigger) or self._shared(trigger) or self._said_by(trigger) or self._carried(trigger) or self._ahead(trigger)
        if trigger.clock == "happened" and found.begin and found.how in ("timex", "range", "shared") and not self._bounds(trigger.token):
            self._last = self._paragraph(trigger.token), found
        return found

    def _bounds(self, token: int) -> bool:
        """Whether a clause only bounds the one that it hangs on, so that the story does not go there: "since the truce lapsed on 2 October"."""
        p = self.parse
        return p.dep[token] == "advcl" and any(p.word(k) in _BOUNDING for k in p.kids_by(token, "mark", "advmod", "prep"))

    def _own(self, trigger: Trigger) -> Dated | None:
        found = by_timex(self.parse, trigger.attached.timexes, trigger.token, self.last)
        if found is None:
            return None
        if found.how == "unresolved":
            return self._near(found, trigger)
        if found.how == "now" and trigger.reading.tense == "perfect":
            return found._replace(begin=None, precision="vague")  # "has now killed 40": by today
        if found.how in ("until", "by", "before") and trigger.clock == "planned" and self.first and (found.end or "") >= self.first:
            return found._replace(begin=self.first)  # what lies ahead begins after the report
        return found

    def _near(self, found: Dated, trigger: Trigger) -> Dated:
        """ "On Tuesday" of an article that appeared on an unknown day of a known interval: from a week before it."""
        value = trigger.attached.timexes[0][0]["value"] or ""
        first = parse_date(self.first)
        if first is None or self.last is None or not value.startswith("XXXX-WXX-"):
            return found
        begin = add_days(first, 0 if trigger.clock == "planned" else -6)
        return Dated(begin.isoformat(), self.last, "vague", found.timex_id, "inferred") if begin else found

    def _paragraph(self, token: int) -> int:
        return self.parse.paragraph(token)[0]

    def _at(self, owner: int) -> Dated | None:
        here = self.attached.get(owner)
        found = by_timex(self.parse, here.timexes, owner, self.last) if here else None
        return found if found and found.is_known else None

    def _shared(self, trigger: Trigger) -> Dated | None:
        """The date of the clause that a participle or a second verb hangs on, or of a clause of the same time."""
        p, token = self.parse, trigger.token
        if not p.is_clause[token] or trigger.clock == "said":
            return None
        if found := self._bounded(token):
            return found
        relation, head = p.dep[token], p.head[token]
        if relation == "relcl":
            found = self._at(p.owner[head]) if not p.is_clause[p.owner[head]] else self._when(head)
            return found._replace(how="shared") if found else None
        if relation == "advcl" and any(p.word(k) in _SAME_TIME for k in p.kids_by(token, "mark", "advmod")):
            found = self._at(p.clause_of(head))
            return found._replace(how="shared") if found else None
        if relation not in _SHARING or (p.tag(token) not in _NOT_FINITE and p.kids_by(token, "nsubj", "nsubjpass")):
            return None
        above = p.clause_of(head)
        found = self._at(above)
        # A purpose lies after the act that serves it.
        if found and trigger.clock == "planned":
            return None
        return found._replace(how="shared") if found else None

    def _when(self, noun: int) -> Dated | None:
        """The day that a clause tells more of: "on Wednesday, when men opened fire"."""
        here = self.attached.get(self.parse.owner[noun])
        own = [t for t in here.timexes if t[1] == noun] if here else []
        found = by_timex(self.parse, own, noun, self.last)
        return found if found and found.is_known else None

    def _bounded(self, token: int) -> Dated | None:
        """What a clause of time says of the one that it hangs on: "since the war began in 2014", "when"."""
        p = self.parse
        for child in p.kids_by(token, "advcl"):
            if (found := self._at(child)) is None:
                continue
            marks = {p.word(k) for k in p.kids_by(child, "mark", "advmod")}
            if not marks.isdisjoint(_SAME_TIME):
                return found._replace(how="shared")
            if "since" in marks:
                last = None if self.last and found.begin and found.begin > self.last else self.last
                return Dated(found.begin, last, found.precision, found.timex_id, "since")
            if "after" in marks:
                return Dated(found.begin, None, "vague", found.timex_id, "after")
            if not marks.isdisjoint(("before", "until", "till")):
                return Dated(None, found.end, "vague", found.timex_id, "before")
        return None

    def _said_by(self, trigger: Trigger) -> Dated | None:
        """What is told as past was over when it was told: an upper bound, where the saying is dated."""
        p, token = self.parse, trigger.token
        if trigger.clock != "happened" or trigger.reading.tense not in ("past", "perfect"):
            return None
        clause = p.clause_of(token)
        if clause != token and self.modality.base(clause) in SPOKEN and (found := self._at(clause)) and found.end:
            return Dated(None, found.end, "vague", found.timex_id, "said")
        for _ in range(4):
            if p.dep[clause] not in ("ccomp", "conj", "relcl", "advcl", "xcomp"):
                return None
            relation, clause = p.dep[clause], p.clause_of(p.head[clause])
            if relation == "ccomp":
                found = self._at(clause)
                return Dated(None, found.end, "vague", found.timex_id, "said") if found and found.end else None
        return None

    def _carried(self, trigger: Trigger) -> Dated | None:
        """The last date told in the paragraph, for a clause in the simple past that tells on."""
        if self._last is None or trigger.clock != "happened" or trigger.reading.tense != "past":
            return None
        paragraph, last = self._last
        if paragraph != self._paragraph(trigger.token) or self._before_past(trigger.token):
            return None
        return last._replace(precision="vague", how="flow")

    def _before_past(self, token: int) -> bool:
        """Whether a clause is in the past perfect, and so before what was told last."""
        p = self.parse
        return any(p.word(k) == "had" for k in p.kids_by(p.clause_of(token), "aux"))

    def _ahead(self, trigger: Trigger) -> Dated:
        """By tense: what is planned begins on the day of publication at the earliest, what is said is said by then."""
        if self.first and trigger.clock == "planned" and trigger.reading.tense != "past":
            return Dated(self.first, None, "vague", None, "tense")
        if self.last and trigger.clock == "said":
            return Dated(None, self.last, "vague", None, "tense")
        return UNDATED
