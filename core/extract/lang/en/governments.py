"""English words that tell a country as a government from a country as a place."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SPEAKING = _words(
    """
    said says say saying told tells tell added announced announces warned warns warn denied denies deny claimed claims claim
    insisted insists confirmed confirms accused accuses urged urges called calls demanded demands condemned condemns rejected
    rejects agreed agrees agree vowed vows pledged pledges promised promises threatened threatens declared declares responded
    alerted alerts alert communicated communicate expressed expresses blamed blames denounced refused refuses signaled signalled
    stated states reported reports argued criticized criticised welcomed appealed apologized apologised complained protested
    informed notified informing summoned asked asks
    """
)
"""Verb forms of what only people and governments do with words."""

GOVERNING = _words(
    """
    launched launches backed backs supports supported imposed imposes banned sent sends deployed deploys withdrew withdraws
    recognized recognised approved vetoed voted signed ratified sanctioned expelled recalled invaded annexed armed funded wants
    wanted seeks sought plans planned considers decided hopes fears believes accepted offered ordered retaliated intervened
    negotiated negotiates mediated pressed pushed hosted resumed suspended cut severed joined left tested fired shelled bombed
    attacked struck carried conducted closed closes shut moved moves put puts thanked freed jailed paid pays armed drove massed
    mobilised mobilized halted lifted retaliates imposed reopened captured seized rules ruled hailed dismissed eyes fought blocked blocks
    """
)
"""Verb forms of what governments do."""

ACTED_ON = _words(
    """
    alerted alert warned warn warning accused accuse accusing urged urge urging told tell telling asked ask asking blamed blame
    blaming condemned condemn criticised criticized pressured pressure pressuring sanctioned punish punished support supported
    supporting backed back backing notified notify informed inform threatened threaten threatening provoke provoked deter
    deterred isolate isolated thank thanked persuade persuaded convince convinced recognise recognize recognized recognised
    """
)
"""Verb forms whose object, if a country, is its government."""

ARMS_AND_OFFICES = _words(
    """
    government regime administration authorities junta leadership forces troops army military navy jets warplanes soldiers allies
    proxies rulers leaders envoy envoys ambassador ambassadors negotiators diplomats demand demands claim claims offer refusal
    decision response
    """
)
"""Nouns before which a capital's name is its government's: "the Kabul government", "Damascus's forces"."""

FROM_GOVERNMENTS = _words(
    """
    aid approval arms assistance backing criticism demand demands funding guarantees help money objections opposition permission
    pledge pledges pressure protest protests reaction recognition response statement support threat threats warning warnings weapons
    """
)
"""Nouns, and verbs of the same form, that come from a government where "from" and a country follow; other things come from a place."""

BETWEEN_ACTORS = _words("by with between against behind")
"""Prepositions that put a government beside another, where no place is meant."""

BORDER_NOUNS = _words("border borders frontier frontiers boundary distance road roads highway route routes flight flights ferry train area territory line")
"""Nouns that lie between places: what follows "with" or "between" after them is a place."""

ADDRESSING = _words("communicated communicate communicates protest protested protests speak talk talked apologized apologised appealed appeals complained responded replied spoke speaks said says conveyed")
"""Verb forms after which "to" leads to whom they address."""

UNDERGOING = _words("had has have having saw sees suffered suffers recorded records experienced lies borders consists contains")
"""Verb forms whose subject, if a country, does nothing."""
