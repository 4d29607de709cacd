"""English words of time, by the class under which the grammar of ``core.extract.time`` knows them.

A word has one class; the grammar's patterns name sets of classes where a word may mean
several things ("second" is an ordinal and a unit).
"""

from __future__ import annotations

from typing import Literal

MONTHS: dict[str, int] = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
    "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
    "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
AMBIGUOUS_MONTHS = frozenset({"may", "march", "mar", "jan", "august"})
"""Common words or names too: months only with a capital."""

WEEKDAYS: dict[str, int] = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
}  # fmt: skip
WEEKDAY_ABBREVIATIONS: dict[str, int] = {
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip

UNITS: dict[str, str] = {
    "second": "S", "seconds": "S", "sec": "S", "secs": "S",
    "minute": "MIN", "minutes": "MIN", "min": "MIN", "mins": "MIN",
    "hour": "H", "hours": "H", "hr": "H", "hrs": "H",
    "day": "D", "days": "D", "night": "D", "nights": "D", "weekend": "WE", "weekends": "WE",
    "week": "W", "weeks": "W", "wk": "W", "wks": "W", "fortnight": "FN", "fortnights": "FN",
    "month": "M", "months": "M", "quarter": "Q", "quarters": "Q",
    "year": "Y", "years": "Y", "yr": "Y", "yrs": "Y", "decade": "DE", "decades": "DE",
    "century": "CE", "centuries": "CE", "millennium": "ML", "millennia": "ML", "millenniums": "ML",
    "summers": "Y", "winters": "Y",
}  # fmt: skip
"""Word to the unit of a TIMEX3 duration; WE (weekend), FN (fortnight) and MIN are our own."""

SEASONS: dict[str, str] = {
    "spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU",
    "autumn": "FA", "fall": "FA", "winter": "WI", "wintertime": "WI",
}  # fmt: skip

DAY_PARTS: dict[str, str] = {
    "morning": "MO", "mornings": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO",
    "afternoon": "AF", "afternoons": "AF", "evening": "EV", "evenings": "EV", "dusk": "EV", "sunset": "EV",
    "night": "NI", "nights": "NI", "nightfall": "NI", "nighttime": "NI", "overnight": "NI", "daytime": "DT",
}  # fmt: skip
CLOCK_WORDS: dict[str, str] = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}

NUMBERS: dict[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
MULTIPLIERS: dict[str, int] = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 1_000_000}
ORDINALS: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fiftieth": 50,
}  # fmt: skip
CENTURY_WORDS: tuple[str, ...] = ("sixteen", "seventeen", "eighteen", "nineteen", "twenty")
"""First words of a spoken year: "nineteen ninety-six"."""
DECADE_WORDS: dict[str, int] = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip

MODIFIERS: dict[str, str] = {
    "early": "START", "earlier": "START", "beginning": "START", "start": "START", "outset": "START", "opening": "START",
    "mid": "MID", "middle": "MID",
    "late": "END", "later": "END", "end": "END", "close": "END", "latter": "END",
    "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "some": "APPROX",
    "circa": "APPROX", "ca": "APPROX", "c": "APPROX",
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "under": "LESS_THAN", "less": "LESS_THAN", "barely": "LESS_THAN",
    "over": "MORE_THAN", "more": "MORE_THAN", "least": "EQUAL_OR_MORE", "most": "EQUAL_OR_LESS", "up": "EQUAL_OR_LESS",
    "within": "EQUAL_OR_LESS",
}  # fmt: skip
"""Word to TIMEX3 ``mod``; the first word of an expression that stands here decides."""

CLASSES: dict[str, str] = {
    # grammar words
    "THE": "the", "ARTICLE": "a an", "OF": "of", "IN": "in", "AND": "and", "TO": "to", "OR": "or", "ON": "on",
    "AT": "at", "AS": "as", "PER": "per", "THAN": "than", "BY": "by", "FOR": "for", "FROM": "from",
    "BEFORE": "before", "AFTER": "after", "SINCE": "since",
    "PREPOSITION": "until till during between through throughout into towards toward",
    "POSSESSIVE": "its their his her our my your", "THESE": "these those", "SO": "so",
    # direction
    "LAST": "last", "PAST": "past", "PREVIOUS": "previous preceding prior", "NEXT": "next", "COMING": "coming upcoming",
    "FOLLOWING": "following subsequent ensuing", "THIS": "this", "THAT": "that", "SAME": "same",
    "CURRENT": "current", "LATEST": "latest", "RECENT": "recent", "FUTURE": "future", "FORMER": "former", "PRESENT": "present modern", "ANOTHER": "another additional",
    "AGO": "ago", "EARLIER": "earlier", "LATER": "later", "AFTERWARD": "afterwards afterward thereafter",
    "PREVIOUSLY": "previously", "HENCE": "hence", "NOW": "now", "RIGHT": "right", "NEAR": "near foreseeable", "AHEAD": "ahead", "EVERY": "every each",
    # modifiers
    "EARLY": "early", "LATE": "late", "MID": "mid", "EDGE": "beginning start middle end close outset",
    "PART": "part portion", "LATTER": "latter", "OPENING": "opening", "SOMETIME": "sometime",
    "APPROX": "about around approximately roughly nearly almost barely", "SOME": "some", "OVER": "over under",
    "MORE": "more less fewer", "LEAST": "least most", "UP": "up", "JUST": "just only", "NO": "no", "WITHIN": "within",
    "CA": "ca circa c",
    # amounts
    "COUPLE": "couple", "FEW": "few", "SEVERAL": "several many numerous", "HALF": "half",
    "FULL": "full entire whole straight consecutive successive trading business working calendar other further extra"
            " brutal bloody mere single bitter intense",
    # units
    "UNIT": "day week month year hour minute decade century millennium fortnight",
    "UNITS": "days weeks months years hours minutes seconds decades centuries millennia millenniums fortnights nights",
    "UNITABBR": "yr yrs hr hrs min mins sec secs", "QUARTER": "quarter", "QUARTERS": "quarters", "SECOND": "second",
    "WEEKEND": "weekend weekends", "PERIOD": "period", "FISCAL": "fiscal financial", "FY": "fy",
    "SEASON": "summer winter autumn summertime wintertime springtime", "SPRINGFALL": "spring fall",
    "DAYPART": "morning afternoon evening night dawn daybreak dusk nightfall sunrise sunset daytime nighttime",
    "DAYPARTS": "mornings afternoons evenings", "CLOCKWORD": "noon midday midnight", "OVERNIGHT": "overnight",
    # days by name
    "TODAY": "today", "YESTERDAY": "yesterday", "TOMORROW": "tomorrow", "TONIGHT": "tonight",
    # clock
    "AMPM": "am pm", "ZONE": "gmt utc est edt pst pdt cst cdt mst mdt bst cet cest et eet eest msk ist",
    "LOCAL": "local",
    # eras
    "ERA": "bc bce", "QLETTER": "q",
    # single words that are expressions by themselves
    "CURRENTLY": "currently nowadays presently", "RECENTLY": "recently lately", "SOON": "soon",
    "DAILY": "daily nightly hourly weekly monthly yearly annually fortnightly",
    "OLD": "old older age",
    "SUFFIX": "st nd rd th", "ESS": "s", "TERM": "term run", "TIME": "time", "LONG": "long", "ONCE": "once twice thrice", "TIMES": "times", "CLOSING": "final closing dying", "THEN": "then",
    "YEARLONG": "yearlong monthlong weeklong daylong decadelong nightlong hourlong",
    "HOLIDAY": "christmas thanksgiving easter halloween", "EVE": "eve", "NEW": "new", "ENDED": "ended ending ends",
}  # fmt: skip
"""Class to its words, lower case, apart by spaces. Months, numbers and weekdays come from the tables above."""

PERIODIC: dict[str, str] = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M",
    "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip

ZONE_NAMES = frozenset(CLASSES["ZONE"].split())
ZONES: dict[str, str] = {"gmt": "Z", "utc": "Z"}

PICKS: dict[str, Literal["last", "this", "next", "previous", "following"]] = {
    "last": "last", "past": "last", "previous": "previous", "preceding": "previous", "prior": "previous",
    "next": "next", "coming": "next", "upcoming": "next", "following": "following", "subsequent": "following",
    "ensuing": "following", "this": "this", "that": "this", "same": "this", "current": "this", "latest": "this",
}  # fmt: skip
"""Words that say which one of a weekday, month or year is meant."""
TOLD = frozenset({"that", "same", "previous", "preceding", "prior", "following", "subsequent", "ensuing"})
"""Those of them that count from what was told, not from the day of writing."""
BEFORE_VERB = frozenset("to will would can could may might must should shall and not".split())
"""Before "last", which is a verb there: "to last seven days"."""
BACKWARD = frozenset({"ago", "earlier", "previously", "before"})
FROM_HERE = frozenset({"ago", "now", "hence"})

FEASTS: dict[str, tuple[int, int]] = {
    "christmas": (12, 25), "christmas eve": (12, 24), "halloween": (10, 31), "halloween eve": (10, 30),
    "new": (1, 1), "new eve": (12, 31),
}  # fmt: skip
"""Month and day of feasts that do not move; "new" is New Year's Day."""

NAME_MONTHS = frozenset({"april", "june", "august"})
"""Also given names."""
NAMED_WEEKDAYS = frozenset("bloody black good ash super holy palm easter shrove maundy cyber".split())
SHORT_MONTHS = frozenset({"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"})

# Words around an expression that tell time from what only looks like it.
INTRODUCERS = frozenset(
    "in since by until till from between of during last this next to and or before after through for late early mid"
    " throughout every each".split()
)
SEASONAL = frozenset(
    "offensive offensives campaign campaigns fighting season semester session elections election harvest rains thaw"
    " months".split()
)
BEFORE_NUMBER = frozenset(
    "no number flight resolution resolutions route highway ext fm post suite room unit than least some exactly about roughly nearly boeing killed wounded injured another $ £ € ¥ #".split()
)
BEFORE_YEAR = frozenset("the its his their her s of in since by early late".split())
AFTER_YEAR = frozenset(
    "was is has as its his this us ours versus plus perhaps thus across sometimes besides towards".split()
)
COUNTED_OF = frozenset("total toll number sum crowd force group garrison strength column population maximum minimum".split())
"""What is "of 2015 people" counts them."""
AFTER_CLOCK = frozenset("on hours hrs h local zulu".split())
PLURALS = frozenset("men women people children personnel police staff feet aircraft".split())
"""Plurals without an s."""
FUNCTION_WORDS = frozenset(
    "the a an he she they it his their when while and but or to by with at on in for after before".split()
)
AFTER_DAY = frozenset("was were had did could would when where".split())
"""Beside the function words, what follows "on the 20th" where it is a day and no 20th anniversary."""
BEFORE_WEEK = frozenset("a per each every last next this that nfl season".split())
"""Before "week 21", which is no week of the calendar then."""
BEFORE_DAY_PART = frozenset("in during by until till before after at since around towards toward through throughout into".split())
ALL_THROUGH = frozenset("during through throughout into".split())
"""Before "the night", which is the one to the day of writing then, or that of the day at hand."""
BEFORE_RATE = frozenset("once twice times percent % million billion".split())
NO_RATE = frozenset("in for within to after over by at than on as nearly almost about only just under and or took lasted".split())
OWNERS = frozenset("its their his her our".split())
NO_LENGTH = frozenset(
    "his her their my your early old dog good these those light business office school man".split()
)
"""Before "days", "hours": "his early days", "office hours" are no lengths."""
NO_BARE_LENGTH = frozenset("seconds minutes nights".split())
BEFORE_HOURS = frozenset("for within just only took spent after over lasted lasting".split())
AFTER_HOURS = frozenset("after before of into later".split())
"""Around bare "hours", which are office hours otherwise."""
NO_LENGTH_OF = frozenset("hundreds thousands dozens tens scores millions matter couple".split())
