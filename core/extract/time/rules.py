"""All rules in order of precedence: the first that matches at a token, and is not refused, wins."""

from __future__ import annotations

from core.extract.time.grammar import Grammar
from core.extract.time.rules_dates import CONTINUATION, DATE_RULES, YEAR_RULES, continue_range
from core.extract.time.rules_lengths import LENGTH_RULES
from core.extract.time.rules_parts import PART_RULES
from core.extract.time.rules_relative import RELATIVE_RULES
from core.extract.time.rules_spans import SPAN_RULES
from core.extract.time.rules_words import WORD_RULES

TRIGGER = (
    "[MONTH MAY MONTHABBR WEEKDAY WEEKDAYS WDABBR UNIT UNITS UNITABBR QUARTER QUARTERS SECOND WEEKEND SEASON SPRINGFALL"
    " DAYPART DAYPARTS CLOCKWORD OVERNIGHT TODAY YESTERDAY TOMORROW TONIGHT AMPM CLOCK ISODATE NUMDATE YEARNUM ERA AD QLETTER MILITARY"
    " DECADEWORD DAILY NOW CURRENT CURRENTLY RECENT RECENTLY PAST FUTURE FORMER PRESENT HOLIDAY PERIOD FY]"
    "|DAYNUM SUFFIX|TEEN HYPHEN? [NUMWORD TEEN]|APOS [DAYNUM INT]|[DAYNUM INT] APOS? ESS"
)
RULES = (*SPAN_RULES, *DATE_RULES, *PART_RULES, *YEAR_RULES, *RELATIVE_RULES, *LENGTH_RULES, *WORD_RULES)
GRAMMAR = Grammar(RULES, TRIGGER, CONTINUATION, continue_range)
ANCIENT_GRAMMAR = Grammar(RULES, f"{TRIGGER}|HUNDREDS", CONTINUATION, continue_range)
"""For texts that tell years before Christ, where three digits may be one."""
