"""English words for numbers, for how sure they are, and for which way they move."""

from __future__ import annotations

UNITS: dict[str, float] = {
    word: float(n)
    for n, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
    )
}
TENS: dict[str, float] = {
    word: 10.0 * n for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
MAGNITUDES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "lakh": 1e5, "crore": 1e7, "dozen": 12.0,
}
CARDINALS: dict[str, float] = {**UNITS, **TENS, **MAGNITUDES}

SUFFIXES: dict[str, float] = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "mio": 1e6, "mrd": 1e9, "mld": 1e9, "b": 1e9, "bn": 1e9, "bln": 1e9, "t": 1e12, "tn": 1e12, "trn": 1e12,
}
"""Short magnitudes as news agencies write them after digits: $11m, 2.8bn."""

VAGUE_PLURALS: dict[str, float] = {
    "tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
    "trillions": 1e12,
}
"""Lower bounds, as ACLED codes vague numbers (ACLED Codebook, "Fatalities")."""

VAGUE_WORDS: dict[str, float] = {"several": 3.0, "few": 3.0, "couple": 2.0}
"""Lower bounds; the last two after "a"."""

DENOMINATORS: dict[str, float] = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}
"""Fractions by the singular of their last word."""

MODIFIERS: dict[str, str] = {
    phrase: kind
    for kind, phrases in {
        "about": (
            "about", "around", "approximately", "approx", "approx.", "roughly", "nearly", "almost", "some", "circa", "ca.",
            "close to", "estimated", "an estimated", "near", "nearing", "virtually", "barely", "averaging", "averaged", "in the region of",
            "the order of", "somewhere around", "~", "≈", "probably", "perhaps", "maybe", "anywhere near", "say",
        ),
        "at_least": (
            "at least", "no fewer than", "not fewer than", "no less than", "not less than", "a minimum of", "minimum of",
            "upwards of", "upward of", "≥", ">=", "equal to or more than", "as little as",
        ),
        "more_than": (
            "more than", "over", "greater than", "in excess of", "exceeding", "exceeded", "exceeds", "exceed", "above",
            "well over", "topping", "topped", "tops", "surpasses", "toll crosses", "toll crossed", "number crossed", "number crosses", "total crossed", "surpassing", "surpassed", "surpass", "larger than", "higher than", ">",
            "bigger than", "longer than", "further than", "beyond", "north of", "older than", "over the age of", "above the age of",
        ),
        "at_most": (
            "at most", "up to", "no more than", "not more than", "as many as", "as much as", "a maximum of", "maximum of",
            "at the most", "as high as", "less than or equal to", "≤", "<=", "equal to or less than", "capped at",
        ),
        "less_than": (
            "less than", "fewer than", "under", "below", "just under", "well under", "just short of", "short of",
            "lower than", "smaller than", "<", "shorter than", "younger than", "sub-", "under the age of", "below the age of",
        ),
    }.items()
    for phrase in phrases
}
"""How sure a number is, by the phrase before it; the longest one wins."""

HEDGES: frozenset[str] = frozenset(
    "just only even another further additional extra other remaining combined total whopping mere staggering massive full record "
    "a an the estimated".split()
)
"""Words that may stand between such a phrase and the number."""

MODIFIERS_AFTER: dict[str, str] = {
    "or more": "at_least", "or so": "about", "or fewer": "at_most", "or less": "at_most", "and above": "at_least",
    "or above": "at_least", "or older": "at_least", "or over": "at_least", "and over": "at_least", "or higher": "at_least",
    "or below": "at_most", "or under": "at_most", "or lower": "at_most", "or greater": "at_least", "plus": "at_least",
    "or thereabouts": "about", "or younger": "at_most", "and older": "at_least", "and younger": "at_most", "-odd": "about", "odd": "about", "-plus": "at_least",
}

UP: frozenset[str] = frozenset(
    ["up", "rise", "rises", "rose", "risen", "rising", "increase", "increased", "increases", "increasing", "grow", "grows", "grew", "grown", "growing", "gain", "gains", "gained", "gaining", "climb", "climbs", "climbed", "climbing", "jump", "jumps", "jumped", "jumping", "soar", "soars", "soared", "soaring", "surge", "surges", "surged", "surging", "add", "adds", "added", "adding", "advance", "advances", "advanced", "advancing", "rally", "rallied", "rallying", "leap", "leapt", "leaped", "swell", "swelled", "swollen", "expand", "expanded", "expands", "spike", "spiked", "spiking", "edged-up", "higher"]
)
DOWN: frozenset[str] = frozenset(
    ["down", "fall", "falls", "fell", "fallen", "falling", "drop", "drops", "dropped", "dropping", "decline", "declines", "declined", "declining", "decrease", "decreased", "decreases", "decreasing", "lose", "loses", "lost", "losing", "slump", "slumps", "slumped", "slumping", "plunge", "plunges", "plunged", "plunging", "slide", "slides", "slid", "sliding", "tumble", "tumbled", "tumbles", "tumbling", "shrink", "shrinks", "shrank", "shrunk", "shrinking", "slip", "slips", "slipped", "slipping", "dip", "dips", "dipped", "dipping", "sink", "sinks", "sank", "sunk", "plummet", "plummeted", "plummeting", "shed", "sheds", "contract", "contracted", "contracts", "ease", "eased", "retreat", "retreated", "weaken", "weakened", "lower"]
)
"""Verbs and particles that say which way a quantity moves ("rose 5 percent")."""

HANDLED: frozenset[str] = frozenset("dropped drop drops dropping sank sunk sink sinks sinking".split())
"""Of these, the verbs that things are put through: "dropped 16 bombs" and "sank two ships" move no number."""

SCORED: frozenset[str] = frozenset("point points seat seats place places position positions".split())
"""What a drop is counted in, so that it moves a number all the same: "dropped three places"."""

MOVES: frozenset[str] = (UP | DOWN | frozenset("raise raised raises raising reduce reduced reduces reducing cuts slashed slashing boosted lowered".split())) - {"up", "down"}
"""Verbs behind which "from A to B" tells two levels."""

LEVELLED: frozenset[str] = frozenset("back inched inches inching crept creeps creeping ticked ticking edged edges edging bounced bouncing".split())
"""Words before "up to" that make it a level reached and no bound: "inching back up to 4.8 percent"."""

KINDS: frozenset[str] = frozenset(
    "speed cylinder stroke wheel wheeled door star way state party sided pronged tiered dimensional stage digit figure".split()
)
"""What stands behind a number and a hyphen where both say of which kind a thing is: "a six-speed gearbox", "a two-state solution"."""

PHRASAL: frozenset[str] = frozenset(
    "shot shoot shoots shooting gunned gun guns gunning mowed mow mows mowing tracked track tracks tracking hunted hunt hunting shut shuts "
    "shutting burned burnt burn burns burning cut cuts cutting tore tear tears tearing torn took take takes "
    "taking taken blew blow blows blowing blown rounded round rounds rounding made make makes making gave give "
    "gives giving given put puts putting set sets setting broke break breaks breaking broken pulled pull pulls pulling lined line lines "
    "lining backed back backing called call calls calling offered offer offers offering "
    "knocked knock knocks knocking laid lay lays laying struck locked swept built build builds building dug freed signed".split()
)
"""Verbs of which "up" and "down" are a part: "shot down 34 drones" tells of no fall."""
OVER_WHAT: frozenset[str] = frozenset("control authority power sovereignty rule command jurisdiction dispute influence victory custody".split())
"""Nouns whose "over" says of what: "control over three camps"."""
