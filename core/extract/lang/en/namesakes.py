"""English words beside a place's name that make it the name of something else: a ship, a storm, a club, a title."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STORMS = _words("cyclone hurricane storm typhoon")
"""What comes before a name is a storm's then."""

SHIPS = _words("uss usns uscgc hms hmcs hmas hmnzs hnlms rms ss mv ins pns roks tcg kri brp")
"""What comes before a name is a ship's then: "USS Cole"."""

SHIP_NOUNS = _words(
    """
    carrier destroyer frigate corvette cruiser battleship flagship warship submarine cutter trawler tanker freighter ship
    vessel ferry tugboat minesweeper
    """
)
"""Right after such a noun stands a ship's own name: "the tanker Minsk Star"."""

RANKS = _words("Duke Earl Duchess Countess Marquess Marquis Viscount Chamber")
"""What such a title is of is no place where something happens."""

CLUB_HEADS = _words(
    """
    ac athletic atletico atlético austria bayern besiktas borussia club cska deportivo dinamo dynamo espanyol fc
    fortuna hapoel inter lokomotiv maccabi nk olympique partizan racing rapid rayo real shakhtar slavia sparta spartak
    sporting torpedo union zenit
    """
)
"""First words of the names of clubs: "Dynamo Kyiv" is no person's full name."""

TREATIES = _words(
    """
    accord accords agreement agreements convention conventions declaration pact protocol protocols treaty
    """
)
"""What a place before only names: the Kyoto Protocol is not in Kyoto."""
