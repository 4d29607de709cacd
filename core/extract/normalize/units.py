"""Symbols of units and currencies to their names: Pint's for units, ISO 4217 for money.

Pint itself is not imported: every name here is one that Pint parses (tested), so a reader
of the records can convert with it. Symbols are those of the SI brochure (9th edition), of
Pint's registry, and of the Unicode block of currency signs; codes are ISO 4217:2015.
"""

from __future__ import annotations

CURRENCY_CODES: frozenset[str] = frozenset(
    ["AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XOF", "XPF", "YER", "ZAR", "ZMW"]
)

WORD_CODES: frozenset[str] = frozenset(("ALL", "TOP", "CUP", "PEN", "BAM", "COP", "SOS", "MAD"))
"""Codes that are words or names too: money only behind the amount ("COP 28" is a conference)."""

CURRENCY_SIGNS: dict[str, str] = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₴": "UAH", "₩": "KRW",
    "₦": "NGN", "₫": "VND", "₱": "PHP", "฿": "THB", "₵": "GHS", "₡": "CRC", "₸": "KZT", "₼": "AZN", "₾": "GEL", "₮": "MNT",
    "₲": "PYG", "₭": "LAK", "៛": "KHR", "￥": "JPY", "＄": "USD",
}

CURRENCY_PREFIXES: dict[str, str] = {
    **CURRENCY_SIGNS,
    **{code: code for code in CURRENCY_CODES - WORD_CODES},
    "US$": "USD", "U.S.$": "USD", "$US": "USD", "USD$": "USD", "A$": "AUD", "AU$": "AUD", "$A": "AUD", "AUD$": "AUD",
    "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "Z$": "ZWL",
    "RM": "MYR", "Rs": "INR", "Rs.": "INR", "Rp": "IDR", "Y": "JPY", "Y=": "JPY", "PS": "GBP", "KSh": "KES", "Ksh": "KES",
    "RMB": "CNY", "CN¥": "CNY", "JP¥": "JPY", "SFr": "CHF", "Fr.": "CHF", "R": "ZAR", "LE": "EGP", "E£": "EGP", "N": "NGN",
    "TL": "TRY", "Tk": "BDT", "zł": "PLN", "kr": "SEK", "P": "PHP", "NIS": "ILS", "EUR€": "EUR", "STG": "GBP",
}
"""What stands before an amount; single letters only where they touch the digits."""

SYMBOLS: dict[str, str] = {
    "%": "percent", "٪": "percent", "％": "percent", "‰": "permille",
    "km": "kilometer", "m": "meter", "cm": "centimeter", "mm": "millimeter", "μm": "micrometer", "µm": "micrometer",
    "um": "micrometer", "nm": "nanometer", "mi": "mile", "ft": "foot", "in": "inch", "yd": "yard", "yds": "yard",
    "nmi": "nautical_mile", "″": "inch", "′": "foot",
    "kg": "kilogram", "g": "gram", "mg": "milligram", "μg": "microgram", "µg": "microgram", "mcg": "microgram", "lb": "pound",
    "lbs": "pound", "oz": "ounce", "t": "metric_ton", "kt": "knot", "kts": "knot", "kn": "knot",
    "L": "liter", "l": "liter", "ml": "milliliter", "mL": "milliliter", "cl": "centiliter", "dl": "deciliter", "gal": "gallon",
    "tbsp": "tablespoon", "tsp": "teaspoon",
    "s": "second", "sec": "second", "secs": "second", "ms": "millisecond", "μs": "microsecond", "µs": "microsecond",
    "ns": "nanosecond", "min": "minute", "mins": "minute", "h": "hour", "hr": "hour", "hrs": "hour", "yr": "year", "yrs": "year",
    "mph": "mile / hour", "kph": "kilometer / hour", "kmh": "kilometer / hour", "km/h": "kilometer / hour",
    "km/hr": "kilometer / hour", "kmph": "kilometer / hour", "m/s": "meter / second", "km/s": "kilometer / second",
    "mpg": "mile / gallon", "rpm": "revolutions_per_minute", "fps": "foot / second",
    "m2": "meter ** 2", "m²": "meter ** 2", "m^2": "meter ** 2", "km2": "kilometer ** 2", "km²": "kilometer ** 2",
    "km^2": "kilometer ** 2", "sqm": "meter ** 2", "sqft": "foot ** 2", "ft2": "foot ** 2", "ft²": "foot ** 2",
    "cm2": "centimeter ** 2", "cm²": "centimeter ** 2", "ha": "hectare", "m3": "meter ** 3", "m³": "meter ** 3",
    "km3": "kilometer ** 3", "km³": "kilometer ** 3", "cc": "centimeter ** 3", "cm3": "centimeter ** 3", "bcm": "gigameter ** 3",
    "W": "watt", "kW": "kilowatt", "KW": "kilowatt", "MW": "megawatt", "GW": "gigawatt", "TW": "terawatt", "Wh": "watt_hour",
    "kWh": "kilowatt_hour", "MWh": "megawatt_hour", "GWh": "gigawatt_hour", "TWh": "terawatt_hour", "mAh": "milliampere_hour",
    "hp": "horsepower", "bhp": "horsepower", "J": "joule", "kJ": "kilojoule", "MJ": "megajoule", "kcal": "kilocalorie",
    "eV": "electron_volt", "keV": "kiloelectron_volt", "MeV": "megaelectron_volt", "GeV": "gigaelectron_volt",
    "TeV": "teraelectron_volt",
    "V": "volt", "kV": "kilovolt", "mV": "millivolt", "mA": "milliampere", "Hz": "hertz", "HZ": "hertz", "hz": "hertz",
    "kHz": "kilohertz", "MHz": "megahertz", "GHz": "gigahertz", "THz": "terahertz", "N": "newton", "kN": "kilonewton",
    "Pa": "pascal", "kPa": "kilopascal", "MPa": "megapascal", "GPa": "gigapascal", "psi": "psi", "ksi": "ksi", "bar": "bar",
    "mbar": "millibar", "dB": "decibel", "mSv": "millisievert", "Sv": "sievert", "μSv": "microsievert", "mGy": "milligray",
    "Bq": "becquerel", "kb": "kilobit", "KB": "kilobyte", "kB": "kilobyte", "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte",
    "PB": "petabyte", "Kbps": "kilobit / second", "Mbps": "megabit / second", "Gbps": "gigabit / second", "b": "bit",
    "ppm": "ppm", "MP": "megapixel", "MT": "metric_ton", "mt": "metric_ton", "C": "degree_Celsius", "F": "degree_Fahrenheit", "°": "degree", "°C": "degree_Celsius", "ºC": "degree_Celsius",
    "°F": "degree_Fahrenheit", "℃": "degree_Celsius", "℉": "degree_Fahrenheit", "K": "kelvin", "A/cm2": "ampere / centimeter ** 2",
    "kg/m3": "kilogram / meter ** 3", "mg/L": "milligram / liter", "μg/m3": "microgram / meter ** 3", "g/km": "gram / kilometer",
}
"""Case matters: MW is no mW."""

GLUED_ONLY: frozenset[str] = frozenset(("in", "N", "A", "K"))
"""Symbols that are words or letters too: units only where they touch the digits ("5in")."""

SPACED_ONLY: frozenset[str] = frozenset(("s",))
"""Symbols that make a plural where they touch the digits ("the 1990s", "F-16s")."""

def is_money(unit: str | None) -> bool:
    """Whether ``unit`` is an ISO 4217 code."""
    return unit is not None and len(unit) == 3 and unit.isupper() and unit.isalpha()


def per(unit: str, other: str | None) -> str | None:
    """The unit of a rate: ``mile`` per ``hour`` is ``mile / hour``.

    ``None`` where there is no name for it that Pint parses: money per anything (its code
    stays the unit) and counts per time.
    """
    return f"{unit} / {other}" if other and not is_money(unit) and unit != "percent" else None
