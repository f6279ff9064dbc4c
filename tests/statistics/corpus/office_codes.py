"""Write codes of offices, by the name of their column: digits, but no numbers."""

from .model import file, number, table, text
from .writing import lines_of, separated, text_file, workbook

CODES = {
    "ja": (("郵便番号", "5300001", "1000001"), ("団体コード", "131016", "011002")),
    "pl": (("TERYT", "1465", "0201"), ("Kod", "45", "40")),
    "de": (("Kreisschlüssel", "9162", "09163"), ("AGS", "9162000", "9163000")),
    "fr": (("code commune", "75056", "01004"), ("Code postal", "75001", "69001")),
    "en": (
        ("NUTS", "11", "12"),
        ("ZIP", "10001", "02139"),
        ("ISCO-08", "2221", "5120"),
    ),
    "sv": (("Kommunkod", "1280", "0180"), ("SSYK 2012", "2221", "5120")),
    "es": (("Código postal", "28001", "08001"), ("CNO", "2221", "5120")),
    "pt-br": (("CBO", "222105", "512005"), ("CEP", "13101000", "20040020")),
    "it": (("Codice ISTAT", "58091", "15146"), ("CAP", "20121", "00184")),
    "nl": (("Postcode", "1012", "3011"), ("Gemeentecode", "363", "599")),
    "tr": (("Posta kodu", "34000", "06100"), ("İl kodu", "6", "34")),
    "hi": (("पिन कोड", "110001", "400001"), ("पिनकोड", "110001", "400001")),
    "ar": (("الرمز البريدي", "11564", "23218"), ("رمز", "11", "12")),
    "ru": (("Индекс", "101000", "190000"), ("Код", "45", "40")),
    "cs": (("PSČ", "11000", "60200"), ("Kód obce", "554782", "582786")),
    "hu": (("Irányítószám", "1011", "6720"),),
    "ko": (("우편번호", "14524", "06236"), ("행정구역코드", "11110", "26110")),
    "zh-hans": (("邮政编码", "100000", "200000"), ("行政区划代码", "110000", "310000")),
    "th": (("รหัสไปรษณีย์", "10110", "50000"),),
    "el": (("Ταχυδρομικός κώδικας", "10431", "54622"),),
    "fi": (("Postinumero", "00100", "33100"), ("Kuntakoodi", "91", "837")),
    "da": (("Kommunekode", "101", "751"), ("Postnr", "1050", "8000")),
}


def files():
    for language, columns in CODES.items():
        for label, *codes in columns:
            right = table(
                text("Place", "North", "South"),
                text(label, *codes),
                number("n", "5", "6"),
            )
            lines = lines_of(
                ("Place", label, "n"), ("North", "South"), codes, ("5", "6")
            )
            for form, separator in (("csv", ";"), ("", "\t")):
                yield file(
                    f"{language} {label} {form or 'paste'}",
                    f"a.{form}" if form else "",
                    text_file(separated(lines, separator)),
                    right,
                    language=language,
                )
            if not any(code.startswith("0") for code in codes):
                rows = [lines[0], *([a, int(b), int(c)] for a, b, c in lines[1:])]
                name = f"{language} {label} workbook"
                yield file(name, "a.xlsx", workbook(*rows), right, language=language)
