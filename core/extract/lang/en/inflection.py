"""English verb forms and noun plurals, both ways: base to forms, and form to base.

The pipeline has no lemmatizer. Going from a base form is exact but for a few spellings;
going back follows the spelling rules of English (Quirk et al., A Comprehensive Grammar of
the English Language, 3.5-3.20), with lists where spelling alone cannot tell.
"""

from __future__ import annotations

import re
from functools import lru_cache

_IRREGULAR = """
be was were been am is are 's 're 'm being
have had has 've 'd having
do did done does doing
go went gone goes
say said
become became|begin began begun|bend bent|bet bet|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken
breed bred|bring brought|broadcast broadcast|build built|burst burst|buy bought|cast cast|catch caught|choose chose chosen
come came|cost cost|creep crept|cut cut|deal dealt|die died dying|dig dug|draw drew drawn|drink drank drunk|drive drove driven
eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden
forecast forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen
get got gotten|give gave given|grow grew grown|hang hung|hear heard|hide hid hidden|hit hit|hold held|hurt hurt
keep kept|kneel knelt|know knew known|lay laid|lead led|leave left|lend lent|let let|lie lay lain lying|light lit|lose lost
make made|mean meant|meet met|mistake mistook mistaken|outgun outgunned|overcome overcame|overrun overran
override overrode overridden|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown
pay paid|put put|quit quit|read read|rebuild rebuilt|ride rode ridden|ring rang rung|rise rose risen|run ran
retake retook retaken|rewrite rewrote rewritten|see saw seen|seek sought|sell sold|send sent|set set|shake shook shaken
shed shed|shine shone|shoot shot|show showed shown|shrink shrank shrunk|shut shut|sing sang sung|sink sank sunk|sit sat
slay slew slain|sleep slept|slide slid|sow sowed sown|speak spoke spoken|speed sped|spend spent|spin spun|split split
spread spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck|strike struck stricken|strive strove striven
swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told
think thought|throw threw thrown|tie tied tying|undergo underwent undergone|understand understood|undertake undertook undertaken
uphold upheld|upset upset|wake woke woken|wear wore worn|weep wept|win won|withdraw withdrew withdrawn
withhold withheld|withstand withstood|write wrote written|overfly overflew overflown
"""

IRREGULAR: dict[str, tuple[str, ...]] = {
    forms[0]: tuple(forms[1:]) for line in re.split(r"[\n|]", _IRREGULAR) if (forms := line.split())
}
"""Base form to its irregular forms; regular ones are not repeated."""

_BASE_OF: dict[str, str] = {
    form: base for base, forms in IRREGULAR.items() for form in forms if form not in ("lay", "found", "felt", "'s", "'d")
} | {"found": "find", "felt": "feel", "'s": "be", "'d": "have"}

_VOWELS = "aeiou"
_DOUBLE = frozenset(
    "kidnap equip occur begin overrun outrun refer prefer transfer defer infer concur submit admit commit permit transmit omit rebut regret"
    " control patrol compel expel repel propel cancel travel label model signal deter incur abet outbid program handicap".split()
)
"""Bases of more than one syllable whose last consonant is doubled before -ed and -ing."""

_NO_E = frozenset(
    "focus bias combat develop gallop envelop worship pilot pivot riot ballot monitor favor harbor honor labor sponsor author anchor"
    " doctor murmur visit edit limit exhibit profit benefit deposit credit audit inherit inhibit prohibit posit exit solicit"
    " debit vomit merit forfeit ruin bargain target market budget rocket plummet interpret blanket ticket pocket abandon"
    " question mention condition station position function sanction commission envision provision pardon reason poison"
    " imprison season summon reckon beckon siphon cordon caution auction ration motion abstain belong bang hang long wrong"
    " prolong throng bring fling sing ring spring swing cling sting string wing ban can man pan bus gas orphan veto echo".split()
)
"""Stems that look as though they had lost an -e and have not."""

_WITH_E = frozenset(
    "invit unit cit ignit recit excit incit expedit complet delet compet conced preced imped reced seced interfer adher sever"
    " persever challeng chang arrang rang exchang plung aveng reveng hing cring infring impung lung postpon phon"
    " breath bath cloth sooth tast wast hast past creat pledg welcom com becom overcom besieg sieg siz seiz analyz"
    " straf quot misquot describ prescrib inscrib us reus requir acquir inquir massacr fluctuat di li ti vi leas ceas eas sav leav believ achiev reliev retriev perceiv receiv deceiv conceiv".split()
)
"""Stems that have lost an -e although spelling does not show it."""

_LOST_E = re.compile(
    r"(?:[vuz]|[^s]s|[^c]c|nc|rc|[rld]g|[aeiou]g|[^eo]at|[^aeiou][aiou]d|[^aeiou]i[rlmnptk]|[^aeiou]a[rmpkb]|[^aeiou]o[rkpb]"
    r"|[^aeiou]u[rlmnkbt]|[bcdfgkpstz]l|[^aeiou][ou]t|[^aeiou]y[pz])$"
)
"""Endings of stems that have lost an -e: "forc", "concentrat", "invad", "settl"."""


def inflect(verb: str) -> tuple[str, ...]:
    """The base form of a verb, then its -s, -ed or irregular, and -ing forms.

    >>> inflect("stab")
    ('stab', 'stabs', 'stabbing', 'stabbed')
    """
    ing = _stem(verb, "i") + "ing"
    past = IRREGULAR.get(verb) or (_stem(verb, "e") + "ed",)
    return tuple(dict.fromkeys((verb, plural(verb), ing, *past)))


def _stem(verb: str, suffix: str) -> str:
    """What -ed or -ing is put to."""
    if verb.endswith("ie") or (verb.endswith("e") and (suffix == "e" or not verb.endswith(("ee", "oe", "ye")))):
        return verb[:-2] + "y" if verb.endswith("ie") and suffix == "i" else verb[:-1]
    if verb.endswith("y") and len(verb) > 1 and verb[-2] not in _VOWELS:
        return verb[:-1] + "i" if suffix == "e" else verb
    return verb + verb[-1] if verb in _DOUBLE or _is_short(verb) else verb


def _is_short(verb: str) -> bool:
    """One syllable of consonant, vowel, consonant: "stab", "down" not."""
    return bool(re.fullmatch(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]", verb))


def plural(word: str) -> str:
    """Plural of a noun, third person of a verb."""
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) or word in ("go", "do", "echo", "veto") else "s")


@lru_cache(maxsize=4096)
def verb_base(form: str, tag: str) -> str:
    """Base of a lower-case verb form by its Penn tag (VB, VBD, VBG, VBN, VBP, VBZ).

    >>> verb_base("concentrated", "VBN")
    'concentrate'
    """
    if form in _BASE_OF:
        return _BASE_OF[form]
    if tag == "VBZ":
        return singular(form)
    if form.endswith("ed") and tag in ("VBD", "VBN") and len(form) > 3:
        return form[:-3] + "y" if form.endswith("ied") else form[:-1] if form.endswith("eed") else _whole(form[:-2])
    if form.endswith("ing") and tag == "VBG" and len(form) > 4:
        return _whole(form[:-3])
    return form


def _whole(stem: str) -> str:
    """The base behind a stem: a doubled consonant made single, a lost -e put back."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        return stem[:-1] if stem[-1] not in "lszf" or stem[:-1] in _DOUBLE else stem
    if stem in _NO_E or not any(c in "aeiouy" for c in stem):
        return stem
    return stem + "e" if stem in _WITH_E or _LOST_E.search(stem) else stem


def singular(form: str) -> str:
    """Singular of a regular plural noun, base of a third person: "clashes" to "clash"."""
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("sses", "shes", "ches", "xes", "zzes", "ocuses", "goes", "does", "choes", "toes")):
        return form[:-2]
    return form[:-1] if form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > 2 else form
