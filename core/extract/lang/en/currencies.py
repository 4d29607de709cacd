"""Names of money that several countries share, and whose each is.

Codes: ISO 4217:2015. Which one is tender where: Unicode CLDR 47, ``supplemental/currencyData``, as in
Babel 2.18.0 (``babel.numbers.get_territory_currencies``; Unicode License V3). Beyond it, from common use in
news: Syrians and Lebanese say lira for their pound, and rials are also spelled riyals. "Dollar", "won" and "ruble"
alone are the American, South Korean and Russian ones, as in news, and stand with the other names of units.
"""

from __future__ import annotations

_CFA = {
    **dict.fromkeys(("BF", "BJ", "CI", "GW", "ML", "NE", "SN", "TG"), "XOF"),
    **dict.fromkeys(("CF", "CG", "CM", "GA", "GQ", "TD"), "XAF"),
}
_RIALS = {"IR": "IRR", "OM": "OMR", "QA": "QAR", "SA": "SAR", "YE": "YER"}
_CROWNS = {"CZ": "CZK", "DK": "DKK", "IS": "ISK", "NO": "NOK", "SE": "SEK"}

_SHARED: dict[str, dict[str, str]] = {
    "pound|pounds": {
        "EG": "EGP", "FK": "FKP", "GB": "GBP", "GG": "GBP", "GI": "GIP", "IM": "GBP", "JE": "GBP", "LB": "LBP", "SD": "SDG", "SH": "SHP",
        "SS": "SSP", "SY": "SYP",
    },
    "lira|liras": {"LB": "LBP", "SY": "SYP", "TR": "TRY"},
    "peso|pesos": {"AR": "ARS", "CL": "CLP", "CO": "COP", "CU": "CUP", "DO": "DOP", "MX": "MXN", "PH": "PHP", "UY": "UYU"},
    "dinar|dinars": {"BH": "BHD", "DZ": "DZD", "IQ": "IQD", "JO": "JOD", "KW": "KWD", "LY": "LYD", "RS": "RSD", "TN": "TND"},
    "rial|rials|riyal|riyals": _RIALS,
    "franc|francs": {
        **_CFA, "BI": "BIF", "CD": "CDF", "CH": "CHF", "DJ": "DJF", "GN": "GNF", "KM": "KMF", "LI": "CHF", "NC": "XPF", "PF": "XPF", "RW": "RWF",
        "WF": "XPF",
    },
    "cfa franc|cfa francs": _CFA,
    "shilling|shillings": {"KE": "KES", "SO": "SOS", "TZ": "TZS", "UG": "UGX"},
    "rupee|rupees": {"BT": "INR", "IN": "INR", "LK": "LKR", "MU": "MUR", "NP": "NPR", "PK": "PKR", "SC": "SCR"},
    "dirham|dirhams": {"AE": "AED", "EH": "MAD", "MA": "MAD"},
    "manat|manats": {"AZ": "AZN", "TM": "TMT"},
    "krone|kroner": {"DK": "DKK", "FO": "DKK", "GL": "DKK", "NO": "NOK"},
    "krona|kronor|kronur": {"IS": "ISK", "SE": "SEK"},
    "crown|crowns": _CROWNS,
    "koruna|korunas": {"CZ": "CZK"},
    "leu|lei": {"MD": "MDL", "RO": "RON"},
    "kwacha": {"MW": "MWK", "ZM": "ZMW"},
}  # fmt: skip
CODES_BY_COUNTRY: dict[str, dict[str, str]] = {word: codes for words, codes in _SHARED.items() for word in words.split("|")}
"""Name of money, lower case -> country (ISO 3166-1 alpha-2) -> ISO 4217 code."""

_ADJECTIVES = (
    "AE emirati|AR argentine|AR argentinian|AZ azerbaijani|BH bahraini|BI burundian|BT bhutanese|CD congolese|CH swiss|CL chilean|CO colombian|CU cuban|CZ czech"
    "|DJ djiboutian|DK danish|DO dominican|DZ algerian|EG egyptian|FK falkland|GB british|GI gibraltar|GN guinean|IN indian|IQ iraqi|IR iranian|IS icelandic|JO jordanian"
    "|KE kenyan|KM comorian|KW kuwaiti|LB lebanese|LK sri lankan|LY libyan|MA moroccan|MD moldovan|MU mauritian|MW malawian|MX mexican|NO norwegian|NP nepali"
    "|NP nepalese|OM omani|PH philippine|PK pakistani|QA qatari|RO romanian|RS serbian|RW rwandan|SA saudi|SC seychelles|SD sudanese|SE swedish|SO somali"
    "|SS south sudanese|SY syrian|TM turkmen|TN tunisian|TR turkish|TZ tanzanian|UG ugandan|UY uruguayan|YE yemeni|ZM zambian"
)
"""Country and how its money is called in full."""
FULL_NAMES: dict[str, str] = {
    f"{adjective} {word}": codes[country]
    for country, adjective in (pair.split(" ", 1) for pair in _ADJECTIVES.split("|"))
    for word, codes in CODES_BY_COUNTRY.items()
    if country in codes
}
"""Names in full, lower case: "algerian dinars" -> DZD."""

PAID: frozenset[str] = frozenset(
    "pay pays paid paying payment payments cost costs costing price prices priced worth fine fined fines budget debt debts salary salaries wage wages sold sell "
    "sells selling buy buys bought bribe bribes ransom damage damages invest invested investment spend spends spent spending loan loans tax taxes fee fees revenue "
    "revenues currency dollar dollars exchange compensation rent bail cash bank banks banknotes fund funds funding donate donated earn earns earned earning "
    "subsidy subsidies extort extorted demand demanded demands aid euros euro stipend pension pensions fare tariff penalty levy grant grants reward".split()
)
"""Words near "pounds" that make them money and no weight."""
