"""Find currencies by the signs people write, and by a number format's country.

Unicode's CLDR (Babel) knows what each language writes. What it does not say is which
currencies share a sign: "$" and "kr" are several, and the reader is told which was
taken, or asked.
"""

import re
from functools import lru_cache
from locale import windows_locale

from babel import Locale
from babel.core import get_global
from babel.numbers import (
    get_currency_name,
    get_territory_currencies,
    list_currencies,
)

from careerguide.languages.locales import locale_of

# Signs that several currencies share: the first is taken, and said, where nothing
# tells; with None as the first somebody is asked.
SHARED = {
    "$": ("USD", "AUD", "CAD", "NZD", "HKD", "SGD", "MXN", "TWD", "ARS", "CLP", "COP"),
    "£": ("GBP", "EGP", "LBP", "SYP", "SDG", "GIP", "FKP"),
    "¥": ("JPY", "CNY"),
    "kr": (None, "SEK", "NOK", "DKK", "ISK"),
    "Rs": (None, "INR", "PKR", "LKR", "NPR", "MUR"),
    "₨": (None, "INR", "PKR", "LKR", "NPR", "MUR"),
    "Fr": ("CHF", "XOF", "XAF", "XPF"),
    "fr": (None, "CHF", "XOF", "XAF", "XPF"),
}
SHARED |= {
    **{"Dh": (None, "AED", "MAD"), "درهم": (None, "AED", "MAD")},
    **{"ريال": (None, "SAR", "QAR", "OMR", "YER", "IRR")},
    **{"دينار": (None, "KWD", "BHD", "JOD", "IQD", "TND", "DZD", "LYD")},
    **{"جنيه": (None, "EGP", "SDG"), "روبل": ("RUB",)},
    **{"रुपये": ("INR", "NPR"), "रुपए": ("INR", "NPR"), "रु": ("INR", "NPR")},
    **{"रु.": ("INR", "NPR"), "रू": ("INR", "NPR"), "रू.": ("INR", "NPR")},
}
for _other in ("kr.", "Kr", "Kr."):
    SHARED[_other] = SHARED["kr"]
SHARED |= {"Rs.": SHARED["Rs"], "Fr.": SHARED["Fr"], "fr.": SHARED["Fr"]}
SIGNS = {
    **{"€": "EUR", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₴": "UAH"},
    **{"₦": "NGN", "₱": "PHP", "฿": "THB", "₪": "ILS", "₫": "VND", "₡": "CRC"},
    **{"₸": "KZT", "₼": "AZN", "₾": "GEL", "₲": "PYG", "₵": "GHS", "﷼": "IRR"},
    **{"US$": "USD", "U$S": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD"},
    **{"CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "SG$": "SGD"},
    **{"NT$": "TWD", "MX$": "MXN", "R$": "BRL", "£E": "EGP", "E£": "EGP", "LE": "EGP"},
    **{"zł": "PLN", "Kč": "CZK", "Ft": "HUF", "lei": "RON", "лв": "BGN", "лв.": "BGN"},
    **{"руб": "RUB", "руб.": "RUB", "грн": "UAH", "TL": "TRY", "SFr.": "CHF"},
    **{"SFr": "CHF", "sFr.": "CHF", "元": "CNY", "円": "JPY", "원": "KRW", "RM": "MYR"},
    **{"Rp": "IDR", "S/": "PEN", "CN¥": "CNY", "JP¥": "JPY", "RMB": "CNY", "R": "ZAR"},
    **{"SR": "SAR", "ر.س": "SAR", "ر.س.": "SAR", "Dhs": "AED", "Dhs.": "AED"},
    **{"د.إ": "AED", "ج.م": "EGP", "دولار": "USD", "يورو": "EUR"},
    **{"euro": "EUR", "euros": "EUR", "Euro": "EUR", "Euros": "EUR"},
}
SHARED |= {
    "dollars": SHARED["$"],
    "pounds": SHARED["£"],
    "yen": ("JPY",),
}
# Three capitals that begin names more often than amounts: ALL 12, TOP 10.
WORDS_TOO = {"ALL", "TOP", "CUP", "GEL"}
CODE = re.compile(r"[A-Z]{3}")


@lru_cache(maxsize=1)
def known_codes():
    """Return the codes of ISO 4217 that a cell may name without a line that says so."""
    return frozenset(list_currencies()) - WORDS_TOO


def candidates(sign):
    """Return the codes that a sign may mean, the likeliest first; None first to ask."""
    if sign in SHARED:
        return SHARED[sign]
    code = SIGNS.get(sign) or (sign if CODE.fullmatch(sign) else "")
    return (code,) if code else ()


def settled(codes, label=""):
    """Return one of `codes`: the one the label names, the site's own, or the likeliest.

    None where somebody has to say which.
    """
    named = [code for code in CODE.findall(label) if code in codes]
    if len(set(named)) == 1:
        return named[0]
    if (own := _own_currency(locale_of())) in codes:
        return own
    return codes[0] if codes else None


def of_country(sign, country):
    """Return the code of a shared sign in a number format, as its country writes it."""
    if sign in SIGNS:
        return ""  # which needs no country
    codes = [code for code in candidates(sign) if code]
    own = currency_of(country)
    return own if own and (own in codes or not codes) else ""


def country_of_lcid(number):
    """Return the country of a Windows locale identifier: AU for 0x0C09."""
    name = windows_locale.get(number & 0xFFFF, "")
    return name.partition("_")[2][-2:]


def country_of_tag(tag):
    """Return the country of a language tag: AU for en-AU."""
    return next((p for p in tag.split("-")[1:] if re.fullmatch("[A-Z]{2}", p)), "")


@lru_cache(maxsize=256)
def currency_of(country):
    """Return the currency of a country today, or nothing."""
    found = get_territory_currencies(country) if country else []
    return found[0] if found else ""


def name_of(code):
    """Return a currency in words: US dollars."""
    return get_currency_name(code, count=2, locale=locale_of())


@lru_cache(maxsize=64)
def _own_currency(locale):
    """The currency of the site's country, where its language is that of one."""
    if locale.language == "en" and locale.territory in (None, "US", "GB", "001"):
        return ""
    country = locale.territory
    if not country:
        likely = get_global("likely_subtags").get(locale.language, "")
        country = Locale.parse(likely).territory if likely else ""
    return currency_of(country)
