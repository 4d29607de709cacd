"""English words of saying: the forms of reporting verbs, nouns and openings.

The pipeline has no lemmatizer, so every inflected form stands in a table, made here from
the base forms by the spelling rules of English and a list of irregular verbs. The verbs
are those of VerbNet's communication, conjecture and characterize classes (say-37.7,
tell-37.2, transfer_mesg-37.1, indicate-78, conjecture-29.5) that newspapers use.
"""

from __future__ import annotations

IRREGULAR: dict[str, tuple[str, ...]] = {
    "say": ("say", "says", "said", "saying"),
    "tell": ("tell", "tells", "told", "telling"),
    "write": ("write", "writes", "wrote", "written", "writing"),
    "think": ("think", "thinks", "thought", "thinking"),
    "know": ("know", "knows", "knew", "known", "knowing"),
    "see": ("see", "sees", "saw", "seen", "seeing"),
    "show": ("show", "shows", "showed", "shown", "showing"),
    "find": ("find", "finds", "found", "finding"),
    "read": ("read", "reads", "reading"),
    "hold": ("hold", "holds", "held", "holding"),
    "feel": ("feel", "feels", "felt", "feeling"),
    "hear": ("hear", "hears", "heard", "hearing"),
    "learn": ("learn", "learns", "learned", "learnt", "learning"),
    "swear": ("swear", "swears", "swore", "sworn", "swearing"),
    "foresee": ("foresee", "foresees", "foresaw", "foreseen", "foreseeing"),
    "foretell": ("foretell", "foretells", "foretold"),
    "understand": ("understand", "understands", "understood", "understanding"),
    "put": ("put", "puts", "putting"),
    "go": ("go", "goes", "went", "going"),
    "admit": ("admit", "admits", "admitted", "admitting"),
    "rebut": ("rebut", "rebuts", "rebutted", "rebutting"),
    "quip": ("quip", "quips", "quipped", "quipping"),
    "sniff": ("sniff", "sniffs", "sniffed", "sniffing"),
    "plan": ("plan", "plans", "planned", "planning"),
}

SAY = """say tell add note explain announce declare state report remark comment observe recall reply respond answer
continue conclude reiterate repeat stress emphasize emphasise underline underscore insist maintain contend argue assert
allege claim affirm confirm acknowledge admit concede confess reveal disclose divulge recount relate testify attest
warn caution predict forecast foresee foretell estimate calculate reckon promise pledge vow swear assure reassure
complain lament boast brag joke quip tweet post write read blog email cable text broadcast publish indicate hint imply
suggest signal propose recommend advise urge exhort plead beg ask inquire enquire query wonder demand order instruct
interject exclaim shout yell scream cry whisper mutter murmur sniff snap bellow chant sigh agree
notify inform brief remind counsel clarify elaborate specify stipulate deny dispute refute rebut counter
protest object decry charge summarize summarise assess remember""".split()
"""Verbs that report what someone said, with a clause or a quotation."""

THINK = """think believe know feel hope fear expect suspect doubt worry assume guess suppose consider judge deem
want understand find learn discover determine see hold show conjecture speculate anticipate surmise
realize realise regret wish plan intend""".split()
"""Verbs of belief and finding: with a clause of their own only."""

TAKES_NOUN = """claim deny confirm announce report express reject declare denounce condemn criticize criticise reiterate
allege predict acknowledge admit concede disclose reveal dispute refute rebut praise blame
welcome deplore decry threaten pledge promise vow demand urge propose recommend suggest estimate describe call label
dub brand profess voice defend oppose endorse cite mention stress emphasize emphasise dismiss accuse support favor favour
question challenge back contest convey""".split()
"""Verbs whose object can be what is said: "claimed responsibility", "expressed concern"."""

STRONG = """claim deny confirm announce condemn denounce reject express voice threaten reiterate allege warn blame
accuse insist vow pledge demand urge""".split()
"""Verbs of saying whose object or clause is said by somebody, whatever the topic."""

TOLD = """say tell announce state claim deny confirm report warn allege testify reveal disclose admit acknowledge
assure inform write""".split()
"""Verbs of saying plain enough to be speech inside another's speech."""

MESSAGES = """statement message interview report letter post tweet video recording email briefing speech telegram
communique note article memo filing release remarks comments footage statements messages interviews reports letters posts
tweets videos emails""".split()
"""What something is said in."""

SEEN = """seen obtained reviewed published viewed quoted carried cited aired broadcast relayed distributed posted""".split()
"""What an outlet did with a message or with someone's words: "a report seen by Reuters"."""

FIGURES = "toll number figure total count estimate losses casualties cost tally".split()
"""What is put at a number: "put the death toll at 35"."""

HEDGES = "seem appear".split()
"""Verbs with which an article weighs its own words: nobody is quoted."""

PHYSICAL = "attack hit strike shell bomb raid storm assault target pound".split()
"""Verbs of fighting, with words only where somebody is attacked "for" or "as" something."""

PLANNING = "plan intend aim".split()
"""Verbs of which "to do" is what somebody will do, and nothing said."""

WITHHELD = """say tell specify disclose reveal elaborate explain comment respond answer reply give provide identify name
discuss know clarify""".split()
"""Verbs that, negated or refused, report that nothing was said: "did not say how many"."""

REFUSING = "decline refuse".split()
"""Verbs of which "to comment" and "to say whether" is not what is said."""

PERCEIVING = "see observe record count document register detect spot hear find hold identify".split()
"""Verbs that report speech with a clause or a quotation only: with an object something was met with."""

CLAUSE_TOO = "express threaten accuse mention cite describe".split()

NEGATIVE = "deny dispute refute rebut reject dismiss contest disavow disclaim".split()
"""Verbs that say that something is not so."""

ADDRESSED = """tell inform notify assure reassure remind warn advise brief urge ask order instruct promise
persuade convince""".split()
"""Verbs whose object is who was spoken to."""

CUE_NOUNS = """claim statement report allegation accusation warning belief idea notion assertion suggestion promise
pledge announcement admission contention conclusion prediction threat denial fear hope argument testimony assessment
position view opinion""".split()
"""Nouns that can be followed by what is said: "the claim that ..."."""

ROLE_NOUNS = frozenset("""spokesman spokeswoman spokesperson president minister secretary general colonel commander
chief senator ambassador official officer governor mayor king prince premier chancellor leader director analyst
envoy lieutenant captain major admiral sergeant professor lawyer judge sheriff prosecutor candidate nominee
chairman chairwoman representative deputy diplomat activist doctor teacher witness resident lawmaker congressman
congresswoman""".split())
"""Heads of a description that may stand for a person named elsewhere: "the spokesman"."""

SOURCE_NOUNS = """source report statement document record study survey poll ministry agency government police army
military authority authorities ministries agencies data figure tally tallies image footage person people soldier refugee medic
office department committee council service hospital organisation organization group channel broadcaster bureau directorate
command headquarters centre center network observatory mission commission estimate survivor eyewitness family relative""".split()
"""Beside roles, what an article can cite: "citing a source", "citing hospital records"."""

GROUP_NOUNS = """group organization organisation movement militia faction agency ministry charity watchdog broadcaster
newspaper alliance coalition""".split()
"""Heads of a description that stands for an organisation named before: "the group"."""

PRONOUNS: dict[str, str] = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "p", "them": "p", "their": "p", "it": "n", "its": "n", "who": "r", "which": "r", "that": "r",
}  # fmt: skip
"""Pronouns by the kind of antecedent: male, female, plural, neuter, relative."""

_VOWELS = "aeiou"


def inflect(verb: str) -> tuple[str, ...]:
    """The base form of a verb, then its -s, -ed and -ing forms."""
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("ee"):
        return verb, verb + "s", verb + "d", verb + "ing"
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb.endswith(("s", "sh", "ch", "x")):
        return verb, verb + "es", verb + "ed", verb + "ing"
    if len(verb) <= 4 and verb[-1] not in "wxy" and verb[-1] not in _VOWELS and verb[-2] in _VOWELS and verb[-3] not in _VOWELS:
        return verb, verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    return verb, verb + "s", verb + "ed", verb + "ing"


def forms(*verbs: str) -> frozenset[str]:
    """Every form of the verbs, in lower case."""
    return frozenset(form for verb in verbs for form in inflect(verb))

MALE = frozenset("mr he king prince spokesman chairman congressman sir lord father brother husband son mullah imam sheikh".split())
FEMALE = frozenset("mrs ms miss she queen princess spokeswoman chairwoman congresswoman lady dame mother sister wife daughter".split())
"""Words beside a name that tell the sex of its bearer."""
