"""Write lines that number the columns below their names, or above: no rows."""

from .model import ASKED, file, number, rank, table, text, year
from .writing import separated, text_file, workbook

# Of a language: names, rows, and the lines by which its offices number columns.
TABLES = {
    "en": (
        ("State", "Male", "Female"),
        (("Bihar", "12.5", "3.4"), ("Kerala", "20.1", "15.2"), ("Goa", "7.5", "6.1")),
        (
            "(1);(2);(3)",
            "1;2;3",
            "[1];[2];[3]",
            "1.;2.;3.",
            "A;1;2",
            "a;b;c",
            "I;II;III",
        ),
        ("Col. 1;Col. 2;Col. 3", "Column;(1);(2)", ";(1);(2)", "(1);(2);(3)=(1)+(2)"),
        ("-1;-2;-3", "i;ii;iii", "(a);(b);(c)", "1);2);3)", "C1;C2;C3", "0;1;2"),
    ),
    "pl": (
        ("Zawód", "Mężczyźni", "Kobiety"),
        (("Lekarz", "100", "200"), ("Kucharz", "30", "40"), ("Kierowca", "7", "9")),
        ("1;2;3", "(1);(2);(3)", "0;1;2", "A;1;2", "kol. 1;kol. 2;kol. 3", "1;2;3=1+2"),
    ),
    "ru": (
        ("Профессия", "Мужчины", "Женщины"),
        (("Врач", "100", "200"), ("Повар", "30", "40"), ("Водитель", "7", "9")),
        ("1;2;3", "А;1;2", "(1);(2);(3)", "гр. 1;гр. 2;гр. 3", "а;б;в", "1;2;3 (1+2)"),
    ),
    "de": (
        ("Beruf", "Männer", "Frauen"),
        (("Koch", "100", "200"), ("Arzt", "30", "40"), ("Fahrer", "7", "9")),
        ("1;2;3", "(1);(2);(3)", "Spalte;1;2", "Sp. 1;Sp. 2;Sp. 3", ";a;b", "I;II;III"),
    ),
    "hi": (
        ("राज्य", "पुरुष", "महिला"),
        (("बिहार", "12.5", "3.4"), ("केरल", "20.1", "15.2"), ("गोवा", "7.5", "6.1")),
        ("(1);(2);(3)", "१;२;३", "(१);(२);(३)", "1;2;3", "स्तंभ;1;2"),
    ),
    "ar": (
        ("المهنة", "رجال", "نساء"),
        (("طبيب", "100", "200"), ("طباخ", "30", "40"), ("سائق", "7", "9")),
        ("١;٢;٣", "(١);(٢);(٣)", "(1);(2);(3)", "أ;1;2", "العمود;1;2"),
    ),
    "ja": (
        ("職種", "男", "女"),
        (("看護師", "100", "200"), ("調理師", "30", "40"), ("運転手", "7", "9")),
        (
            "１;２;３",
            "（１）;（２）;（３）",
            "①;②;③",
            "甲;1;2",
            "一;二;三",
            "列1;列2;列3",
        ),
    ),
    "fr": (
        ("Métier", "Hommes", "Femmes"),
        (("Médecin", "100", "200"), ("Cuisinier", "30", "40"), ("Chauffeur", "7", "9")),
        ("(1);(2);(3)", "1;2;3", "A;B;C", "colonne;1;2", "a;(1);(2)", "I;II;III"),
    ),
}
ROWS_KEPT = (  # which only look like it
    ("Level;Men;Women", ("1;2;3", "2;5;6", "3;7;8")),
    ("Grade;Men;Women", ("A;1;2", "B;5;6", "C;7;8")),
    ("Age;Men;Women", ("0;1;2", "1;5;6", "2;7;8")),
    ("Sheet;Pages;Notes", ("I;2;3", "II;5;6", "III;7;8")),
    ("Job;Men;Women", ("Nurse;1;2", "Cook;3;4", "Judge;5;6")),
    ("Floor;Flats", ("1;2", "2;4", "3;4")),
    ("Letter;Words;Pages", ("a;1;2", "b;3;4", "c;9;9")),
)


def files():
    for language, (names, rows, *counts) in TABLES.items():
        right = table(
            text(names[0], *(row[0] for row in rows)),
            number(names[1], *(row[1] for row in rows)),
            number(names[2], *(row[2] for row in rows)),
            says="counts",
        )
        for count in (line for group in counts for line in group):
            lines = [list(names), count.split(";"), *map(list, rows)]
            for form, separator in (("csv", ";"), ("", "\t")):
                yield file(
                    f"{language} {count} {form or 'paste'}",
                    f"a.{form}" if form else "",
                    text_file(separated(lines, separator)),
                    right,
                    language=language,
                )
        lines = [list(names), [1, 2, 3], *([r[0], *map(float, r[1:])] for r in rows)]
        yield file(f"{language} workbook", "a.xlsx", workbook(*lines), right)
    yield from _others()
    for names, rows in ROWS_KEPT:
        yield _kept(names, rows)


def _kept(names, rows):
    columns = list(zip(*(row.split(";") for row in rows), strict=True))
    first = columns[0]
    head = names.split(";")
    firsts = [text(head[0], *first)]
    if first[0].isdigit():
        firsts = [number(head[0], *first), rank(head[0], *first)]
    others = [number(name, *c) for name, c in zip(head[1:], columns[1:], strict=True)]
    return file(
        f"row and no count {names}",
        "a.csv",
        text_file("\n".join([names, *rows])),
        *[table(one, *others) for one in firsts],
        also=ASKED,
    )


def _others():
    """Above the names, above years and numbered rows, below two lines of names."""
    above = "1;2;3\nJob;Men;Women\nNurse;5;6\nCook;7;8\n"
    people = table(
        text("Job", "Nurse", "Cook"),
        number("Men", "5", "7"),
        number("Women", "6", "8"),
        says="counts",
    )
    yield file("above the names", "a.csv", text_file(above), people)
    letters = above.replace("1;2;3", "A;B;C")
    yield file("letters of a sheet above", "a.csv", text_file(letters), people)
    years = "Year;Men;Women\n1;2;3\n2019;100;200\n2020;30;40\n"
    yield file(
        "above years",
        "a.csv",
        text_file(years),
        table(
            year("Year", "2019", "2020"),
            number("Men", "100", "30"),
            number("Women", "200", "40"),
            says="counts",
        ),
    )
    numbered = "Sl. No.,State,Male,Female\n1,2,3,4\n1,Bihar,12.5,3.4\n2,Goa,20.1,15.2\n"
    yield file(
        "above numbered rows",
        "a.csv",
        text_file(numbered),
        table(
            rank("Sl. No.", "1", "2"),
            text("State", "Bihar", "Goa"),
            number("Male", "12.5", "20.1"),
            number("Female", "3.4", "15.2"),
            says="counts",
        ),
    )
    joined = "Area;Men;;Women;\n;Median;Mean;Median;Mean\n1;2;3;4;5\nLeeds;6;7;8;9\n"
    joined += "York;5;6;7;8\n"
    yield file(
        "below two lines of names",
        "a.csv",
        text_file(joined),
        table(
            text("Area", "Leeds", "York"),
            number(("Men", "Median"), "6", "5"),
            number(("Men", "Mean"), "7", "6"),
            number(("Women", "Median"), "8", "7"),
            number(("Women", "Mean"), "9", "8"),
            says="counts",
        ),
    )
    titled = (
        "Table 4: Pay\n\nJob;Men;Women\n(1);(2);(3)\nNurse;5;6\nCook;7;8\n\nNote: x.\n"
    )
    yield file("below a title", "a.csv", text_file(titled), people)
