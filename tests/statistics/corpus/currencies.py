"""Write currencies that number formats name, by sign, code or locale."""

from .formatted import EXACT, VALUES, formatted
from .model import ASKED, REFUSED, money, number, text

CURRENCIES = (  # a format, the currency, and whether its sign stands for several
    ('"$"#,##0.0', "USD", True),
    ("$#,##0.0", "USD", True),
    ("\\$0.0", "USD", True),
    ('#,##0.0" $"', "USD", True),
    ('_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)', "USD", True),
    ("[$$-409]#,##0.0", "USD", False),
    ("[$$-C09]#,##0.0", "AUD", False),
    ("[$$-1009]#,##0.0", "CAD", False),
    ("[$$-1409]#,##0.0", "NZD", False),
    ("[$£-809]#,##0.0", "GBP", False),
    ("£0.0", "GBP", False),
    ('"£"#,##0.0;[Red]"£"-#,##0.0', "GBP", False),
    ("[$€-2] #,##0.0", "EUR", False),
    ("#,##0.0 [$€-407]", "EUR", False),
    ("[$€-407]0.0;[Red]-[$€-407]0.0", "EUR", False),
    ("#,##0.0\\ \\€", "EUR", False),
    ('0.0 "EUR"', "EUR", False),
    ("[$EUR] 0.0", "EUR", False),
    ("[$¥-411]0.0", "JPY", False),
    ("[$¥-804]0.0", "CNY", False),
    ('"¥"0.0', "JPY", True),
    ("[$₹-4009] #,##0.0", "INR", False),
    ("[$₹-439]#,##0.0", "INR", False),
    ("#,##0.0 [$kr-41D]", "SEK", False),
    ("#,##0.0 [$kr-414]", "NOK", False),
    ("#,##0.0 [$kr.-406]", "DKK", False),
    ("#,##0.0 [$zł-415]", "PLN", False),
    ("[$CHF-807] 0.0", "CHF", False),
    ("[$CHF] #,##0.0", "CHF", False),
    ('"CHF" 0.0', "CHF", False),
    ("[$R$-416] #,##0.0", "BRL", False),
    ('"R$" #,##0.0', "BRL", False),
    ('"A$"0.0', "AUD", False),
    ('"C$"0.0', "CAD", False),
    ('"US$"0.0', "USD", False),
    ("[$USD] 0.0", "USD", False),
    ("[$SEK] 0.0", "SEK", False),
    ('"HK$"0.0', "HKD", False),
    ("[$R-1C09] 0.0", "ZAR", False),
)


def files():
    for code, currency, shared in CURRENCIES:
        right = [money("Pay", currency, *EXACT)] + ["currency"] * shared
        rare = currency in ("HKD", "ZAR", "NZD", "BRL")
        also = (ASKED,) * (shared or rare) + (REFUSED,) * rare
        yield formatted(f"currency {code}", code, VALUES, right, also=also)
    # Whatever is made of these, not pounds, dollars or kronor without a word.
    for code, unsure, currency in (
        ('"£E"0.0', "£E", "EGP"),
        ('0.0 "kr"', "kr", "SEK"),
        ('"Fr."0.0', "Fr.", "CHF"),
        ('"₱"0.0', "₱", "PHP"),
        ('"Rs" 0.0', "Rs", "INR"),
    ):
        yield formatted(
            f"currency {code}",
            code,
            VALUES,
            [money("Pay", currency, *EXACT)],
            [number("Pay", *EXACT), unsure],
            [
                text(
                    "Pay",
                    *(
                        code.replace('"', "").replace("0.0", v)
                        for v in ("85.0", "1.5", "0.4")
                    ),
                )
            ],
            also=(ASKED, REFUSED),
        )
    zero = '_("$"* #,##0_);_("$"* \\(#,##0\\);_("$"* "-"??_);_(@_)'
    yield formatted(
        "accounts show nought as a dash",
        zero,
        (1250, -300, 0),
        [money("Pay", "USD", "1250", "-300", "0"), "currency"],
        also=ASKED,
    )
