"""Write currencies by a format's locale, in the ways programs name locales."""

from .formatted import EXACT, VALUES, formatted
from .model import ASKED, REFUSED, money, number

FORMATS = (
    ("[$$-en-US]#,##0.0", "USD"),
    ("[$$-en-AU]#,##0.0", "AUD"),
    ("[$$-en-CA]#,##0.0", "CAD"),
    ("[$£-en-GB]#,##0.0", "GBP"),
    ("[$₹-en-IN]#,##0.0", "INR"),
    ("#,##0.0 [$€-de-DE]", "EUR"),
    ("#,##0.0 [$kr-sv-SE]", "SEK"),
    ("[$R$-pt-BR] #,##0.0", "BRL"),
    ("[$¥-zh-CN]#,##0.0", "CNY"),
    ("[$¥-ja-JP]#,##0.0", "JPY"),
    ("[$$-80A]#,##0.0", "MXN"),
    ("[$$-2C0A] #,##0.0", "ARS"),
    ("[$$-340A] #,##0.0", "CLP"),
    ("[$$-1004]#,##0.0", "SGD"),
    ("[$HK$-C04]#,##0.0", "HKD"),
    ("[$NT$-404]#,##0.0", "TWD"),
    ("[$₩-412]#,##0.0", "KRW"),
    ("#,##0.0[$₽-419]", "RUB"),
    ("[$฿-41E]#,##0.0", "THB"),
    ("[$₪-40D] #,##0.0", "ILS"),
    ("#,##0.0 [$Kč-405]", "CZK"),
    ("#,##0.0 [$Ft-40E]", "HUF"),
    ("#,##0.0 [$lei-418]", "RON"),
    ("[$₺-41F]#,##0.0", "TRY"),
    ("[$Rp-421]#,##0.0", "IDR"),
    ("[$RM-43E]#,##0.0", "MYR"),
    ("[$SFr.-807] #,##0.0", "CHF"),
    ("[$Fr.-100C] #,##0.0", "CHF"),
    ("[$£-83C]#,##0.0", "EUR GBP"),
    ("#,##0.0 [$EUR]", "EUR"),
    ("[$US$-409]#,##0.0", "USD"),
    ("[$NZ$] #,##0.0", "NZD"),
    ('_-* #,##0.0 "€"_-;-* #,##0.0 "€"_-;_-* "-"?? "€"_-;_-@_-', "EUR"),
    ('_-"£"* #,##0.0_-;-"£"* #,##0.0_-;_-"£"* "-"??_-;_-@_-', "GBP"),
    ("_-[$€-2] * #,##0.0_-;-[$€-2] * #,##0.0_-", "EUR"),
    ("_ [$CHF] * #,##0.0_ ;_ [$CHF] * -#,##0.0_ ", "CHF"),
)


def files():
    for code, currencies in FORMATS:
        rare = currencies not in (
            "USD",
            "GBP",
            "EUR",
            "INR",
            "JPY",
            "CHF",
            "SEK",
            "AUD",
        )
        yield formatted(
            f"{code} {currencies}",
            code,
            VALUES,
            *[[money("Pay", currency, *EXACT)] for currency in currencies.split()],
            also=(ASKED, REFUSED) if rare else ASKED,
        )
    for code in ("[$-en-GB]#,##0.0", "[$-F800]#,##0.0", "[$-x-sysdate]#,##0.0"):
        yield formatted(
            f"place only {code}", code, VALUES, [number("Pay", *EXACT)], also=ASKED
        )
