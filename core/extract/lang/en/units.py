"""English names of units and currencies."""

from __future__ import annotations

from core.extract.lang.en.currencies import FULL_NAMES

_LENGTHS = {
    "kilometer": "kilometer", "kilometre": "kilometer", "meter": "meter", "metre": "meter", "centimeter": "centimeter",
    "centimetre": "centimeter", "millimeter": "millimeter", "millimetre": "millimeter", "micrometer": "micrometer",
    "micrometre": "micrometer", "micron": "micrometer", "nanometer": "nanometer", "nanometre": "nanometer", "mile": "mile",
    "inch": "inch", "yard": "yard", "foot": "foot",
}
_MASSES = {
    "kilogram": "kilogram", "kilo": "kilogram", "gram": "gram", "gramme": "gram", "milligram": "milligram", "tonne": "metric_ton",
    "metric ton": "metric_ton", "ton": "ton", "long ton": "long_ton", "short ton": "ton", "ounce": "ounce", "kiloton": "kiloton",
    "kilotonne": "kilometric_ton", "megaton": "megaton", "microgram": "microgram", "carat": "carat",
}
_TIMES = {
    "second": "second", "millisecond": "millisecond", "minute": "minute", "hour": "hour", "day": "day", "night": "day",
    "week": "week", "fortnight": "fortnight", "month": "month", "year": "year", "decade": "decade", "century": "century",
    "millennium": "millennium", "nanosecond": "nanosecond",
}
_AREAS = {"hectare": "hectare", "acre": "acre"}
_VOLUMES = {
    "liter": "liter", "litre": "liter", "milliliter": "milliliter", "millilitre": "milliliter", "gallon": "gallon",
    "pint": "pint", "quart": "quart", "teaspoon": "teaspoon", "tablespoon": "tablespoon",
}
_OTHERS = {
    "watt": "watt", "kilowatt": "kilowatt", "megawatt": "megawatt", "gigawatt": "gigawatt", "terawatt": "terawatt",
    "kilowatt hour": "kilowatt_hour", "kilowatt-hour": "kilowatt_hour", "megawatt hour": "megawatt_hour",
    "megawatt-hour": "megawatt_hour", "gigawatt hour": "gigawatt_hour", "gigawatt-hour": "gigawatt_hour",
    "terawatt hour": "terawatt_hour", "terawatt-hour": "terawatt_hour", "joule": "joule", "calorie": "kilocalorie",
    "kilocalorie": "kilocalorie", "volt": "volt", "hertz": "hertz", "kilohertz": "kilohertz", "megahertz": "megahertz",
    "gigahertz": "gigahertz", "pascal": "pascal", "gigapascal": "gigapascal", "megapascal": "megapascal", "newton": "newton",
    "bit": "bit", "byte": "byte", "kilobyte": "kilobyte", "megabyte": "megabyte", "gigabyte": "gigabyte", "terabyte": "terabyte",
    "petabyte": "petabyte", "exabyte": "exabyte", "knot": "knot", "decibel": "decibel", "sievert": "sievert",
    "millisievert": "millisievert", "becquerel": "becquerel", "degree": "degree", "horsepower": "horsepower",
    "nautical mile": "nautical_mile", "sea mile": "nautical_mile", "astronomical unit": "astronomical_unit", "megapixel": "megapixel", "light year": "light_year", "light-year": "light_year",
}
_INVARIABLE = {
    "percent": "percent", "per cent": "percent", "pct": "percent", "pc": "percent", "percentage": "percent",
    "percentage point": "percent", "percentage points": "percent", "feet": "foot", "inches": "inch", "centuries": "century",
    "degrees celsius": "degree_Celsius", "degree celsius": "degree_Celsius", "celsius": "degree_Celsius",
    "degrees centigrade": "degree_Celsius", "centigrade": "degree_Celsius", "degrees fahrenheit": "degree_Fahrenheit",
    "degree fahrenheit": "degree_Fahrenheit", "fahrenheit": "degree_Fahrenheit", "degrees c": "degree_Celsius",
    "degrees f": "degree_Fahrenheit", "sq m": "meter ** 2", "sq km": "kilometer ** 2", "sq ft": "foot ** 2",
    "sq mi": "mile ** 2", "sq miles": "mile ** 2", "sq. km": "kilometer ** 2", "sq. m": "meter ** 2", "sq. ft": "foot ** 2",
    "square foot": "foot ** 2", "square feet": "foot ** 2", "cubic feet": "foot ** 3", "cubic foot": "foot ** 3",
    "sq. miles": "mile ** 2", "sq. mi": "mile ** 2", "square km": "kilometer ** 2", "square m": "meter ** 2", "cu m": "meter ** 3",
    "meters squared": "meter ** 2", "metres squared": "meter ** 2", "parts per million": "ppm", "pounds": "pound", "millennia": "millennium",
    "miles an hour": "mile / hour", "kilometers an hour": "kilometer / hour", "kilometres an hour": "kilometer / hour",
    "stone": "stone",
}

LENGTHS: frozenset[str] = frozenset(_LENGTHS.values())
TIME_UNITS: frozenset[str] = frozenset(_TIMES.values())
AGE_WORDS: frozenset[str] = frozenset(("old", "olds"))

UNIT_WORDS: dict[str, str] = {
    word + plural: name
    for words in (_LENGTHS, _MASSES, _TIMES, _AREAS, _VOLUMES, _OTHERS)
    for word, name in words.items()
    for plural in ("", "s")
}
"""Singular and plural, lower case, to names that Pint parses."""

UNIT_WORDS.update(
    {
        f"{kind} {word}{plural}": f"{name} ** {power}"
        for word, name in _LENGTHS.items()
        for kind, power in (("square", 2), ("cubic", 3))
        for plural in ("", "s")
    }
)
UNIT_WORDS.update(_INVARIABLE)

_CURRENCIES = {
    "USD": "dollar|dollars|us dollar|us dollars|u.s. dollar|u.s. dollars|american dollars|bucks|buck",
    "AUD": "australian dollar|australian dollars", "CAD": "canadian dollar|canadian dollars",
    "NZD": "new zealand dollar|new zealand dollars", "HKD": "hong kong dollar|hong kong dollars",
    "SGD": "singapore dollar|singapore dollars|singaporean dollars", "TWD": "taiwan dollars|taiwanese dollars",
    "EUR": "euro|euros", "GBP": "sterling|pound sterling|pounds sterling|british pound|british pounds|quid",
    "JPY": "yen|japanese yen", "CNY": "yuan|renminbi|chinese yuan",
    "RUB": "ruble|rubles|rouble|roubles|russian rubles|russian roubles",
    "UAH": "hryvnia|hryvnias|hryvnya|ukrainian hryvnia|ukrainian hryvnias", "TRY": "lira|liras|turkish lira|turkish liras|turkish lire",
    "SYP": "syrian pound|syrian pounds|syrian lira", "LBP": "lebanese pound|lebanese pounds|lebanese lira",
    "EGP": "egyptian pound|egyptian pounds", "SDG": "sudanese pound|sudanese pounds", "SSP": "south sudanese pounds",
    "ILS": "shekel|shekels|israeli shekels", "IRR": "iranian rial|iranian rials", "YER": "yemeni rial|yemeni rials",
    "SAR": "riyal|riyals|saudi riyals", "QAR": "qatari riyals", "AED": "dirham|dirhams|emirati dirhams|uae dirhams",
    "IQD": "iraqi dinar|iraqi dinars", "JOD": "jordanian dinar|jordanian dinars", "KWD": "kuwaiti dinar|kuwaiti dinars",
    "LYD": "libyan dinar|libyan dinars", "TND": "tunisian dinars", "RSD": "serbian dinars",
    "INR": "rupee|rupees|indian rupee|indian rupees", "PKR": "pakistani rupee|pakistani rupees", "LKR": "sri lankan rupees",
    "AFN": "afghani|afghanis", "BDT": "taka", "MMK": "kyat|kyats", "KRW": "won|south korean won", "THB": "baht", "VND": "dong",
    "IDR": "rupiah|indonesian rupiah", "MYR": "ringgit|malaysian ringgit", "PHP": "philippine pesos", "MXN": "mexican pesos",
    "ARS": "argentine pesos", "COP": "colombian pesos", "CLP": "chilean pesos", "CHF": "swiss franc|swiss francs",
    "DKK": "danish krone|danish crowns|danish kroner", "SEK": "swedish krona|swedish crowns|swedish kronor",
    "NOK": "norwegian krone|norwegian crowns|norwegian kroner", "PLN": "zloty|zlotys", "CZK": "czech koruna|czech crowns",
    "HUF": "forint|forints", "NGN": "naira", "KES": "kenyan shillings", "UGX": "ugandan shillings", "SOS": "somali shillings",
    "ETB": "birr", "ZAR": "rand", "GHS": "cedi|cedis", "BRL": "reais|brazilian reais", "KZT": "tenge", "GEL": "lari", "AZN": "manat",
}
CURRENCY_WORDS: dict[str, str] = FULL_NAMES | {word: code for code, words in _CURRENCIES.items() for word in words.split("|")}
"""Names of money to ISO 4217 codes; "dollar" alone is the US one, as in news; "pound", "franc" and "peso" alone are nobody's."""
