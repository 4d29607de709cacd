"""Function words of other languages in Latin script, to tell what is not in English.

The commonest words of each by general knowledge, without those that are English words too
("die", "on", "as", "in"). Keys are ISO 639-1 codes.
"""

from __future__ import annotations

ENGLISH: frozenset[str] = frozenset(
    "the of and to in that was for on with as at from it he is be are has have had said were which not this but his they will by an a".split()
)

OTHERS: dict[str, frozenset[str]] = {
    language: frozenset(words.split()) - ENGLISH
    for language, words in {
        "fr": "le la les des une du est et dans qui que pour par sur pas plus avec ont sont cette au aux ses ces leur été après entre",
        "es": "el la los las una del y que en por con para se su sus más fue como pero según tras desde entre también contra sin",
        "de": "der die das und den dem des ein eine einer einem von zu mit sich auf für ist nicht auch nach bei aus wurde werden sind wie",
        "it": "il lo la gli le una di del della dei delle che è per con non sono nel nella alla dal dalla anche più come stato dopo",
        "pt": "o os as uma de do da dos das que e em no na nos nas por com para não foi mais como ao são também após entre",
        "nl": "de het een van en dat niet te zijn met voor op aan door naar ook bij uit maar werd hebben heeft wordt nog deze over",
        "tr": "ve bir bu için ile da olarak daha çok sonra kadar gibi olan olduğu en ise ancak göre karşı yılında",
        "id": "yang dan di ini itu dengan untuk dari dalam tidak pada akan oleh juga karena telah para mereka kata sebagai",
        "pl": "w na z się nie że do jest po przez od dla oraz jak ale być został które który są jego także przed",
        "sv": "och att det som en av för den med till är inte om har ett var från han efter vid kan under",
    }.items()
}
