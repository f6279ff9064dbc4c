"""Draw tables as further consoles and formats do: kinds that were read wrongly once."""

from .model import ASKED, REFUSED, file, number, table, text, year
from .writing import text_file

NOT_READ = (ASKED, REFUSED)
RIGHT = table(text("job", "Nurse", "Cook"), number("pay", "31200.5", "22000.25"))
READ = {
    "ClickHouse": "┌─job───┬──────pay─┐\n│ Nurse │  31200.5 │\n│ Cook  │ 22000.25 │\n"
    "└───────┴──────────┘\n",
    "ClickHouse with numbers": "   ┌─job───┬──────pay─┐\n1. │ Nurse │  31200.5 │\n"
    "2. │ Cook  │ 22000.25 │\n   └───────┴──────────┘\n",
    "nushell": "╭───┬───────┬──────────╮\n│ # │  job  │   pay    │\n"
    "├───┼───────┼──────────┤\n│ 0 │ Nurse │  31200.5 │\n│ 1 │ Cook  │ 22000.25 │\n"
    "╰───┴───────┴──────────╯\n",
    "rule of box signs": "  job        pay\n ━━━━━━━━━━━━━━━━━━\n  Nurse  31200.5\n"
    "  Cook   22000.25\n",
    "Jira": "||job||pay||\n|Nurse|31200.5|\n|Cook|22000.25|\n",
    "csv of pandas": "Unnamed: 0,job,pay\n0,Nurse,31200.5\n1,Cook,22000.25\n",
}
OTHERS = {
    "psql with lines in a cell": (
        "  job  |  note  |  pay  \n-------+--------+-------\n"
        " Nurse | day   +|  3120\n       | night  | \n Cook  | day    |  2200\n",
        table(
            text("job", "Nurse", "Cook"),
            text("note", "day night", "day"),
            number("pay", "3120", "2200"),
        ),
    ),
    "SAS below a title": (
        "                     The MEANS Procedure\n\n Obs    job        pay      n\n"
        "   7    Nurse    31200     12\n   9    Cook       .        8\n"
        "  12    Welder   28400     20\n",
        table(
            number("Obs", "7", "9", "12"),
            text("job", "Nurse", "Cook", "Welder"),
            number("pay", "31200", None, "28400"),
            number("n", "12", "8", "20"),
            says="above",
        ),
    ),
    "pandas index of two levels": (
        "               pay\narea  sex          \nNorth f     31200\n"
        "      m     32000\nSouth f     33300\n",
        table(
            text("area", "North", None, "South"),
            text("sex", "f", "m", "f"),
            number("pay", "31200", "32000", "33300"),
        ),
    ),
    "pandas pivot": (
        "year      2021   2022\njob                  \nCook     21000  22000\n"
        "Nurse    30500  31200\n",
        table(
            text("job/year", "Cook", "Nurse"),
            number("2021", "21000", "30500"),
            number("2022", "22000", "31200"),
        ),
    ),
    "units below names": (
        "Job         Pay    Hours\n              £     week\n"
        "Nurse     31200     37.5\nCook      22000     40.0\n",
        table(
            text("Job", "Nurse", "Cook"),
            number("Pay £", "31200", "22000"),
            number("Hours week", "37.5", "40.0"),
        ),
    ),
    "name that goes on": (
        "Occupation               Jobs    Pay\nPrimary and nursery\n"
        "  school teachers       21030   3300\nNurses                  31020   3120\n",
        table(
            text("Occupation", "Primary and nursery", "school teachers", "Nurses"),
            number("Jobs", None, "21030", "31020"),
            number("Pay", None, "3300", "3120"),
            says="empty",
        ),
    ),
    "leading dots": (
        "Occupation                2022     2032\n"
        "Nurses...............   3172.5   3349.9\n"
        "Home health aides....   3715.5   4520.1\n",
        table(
            text("Occupation", "Nurses", "Home health aides"),
            number("2022", "3172.5", "3715.5"),
            number("2032", "3349.9", "4520.1"),
        ),
    ),
    "phone numbers": (
        "Office,Contact\nLondon,+442079460000\nParis,+33140205050\n",
        table(
            text("Office", "London", "Paris"),
            text("Contact", "+442079460000", "+33140205050"),
        ),
    ),
    "years of a program": (
        "Year,Jobs\n2019.0,12\n2020.0,15\n",
        table(year("Year", "2019", "2020"), number("Jobs", "12", "15")),
    ),
}
REFUSALS = {
    "cell between columns": "Job    Men    Women\nNurse    120    310\nCook        80\n"
    "Vet    12    30\n",
    "index without names": "                pay\nNorth Health  31200\n"
    "      Retail  22000\nSouth Health  33300\n",
    "SPSS": "                   Frequency   Percent\n"
    "Valid     Yes            120      60\n"
    "          No              75      37\nMissing   System           5       3\n",
    "columns of R below others": "          job    pay   n\n1       Nurse  31200  12\n"
    "2 Lift worker  22000   8\n  region start\n1  North  2021\n2  South  2020\n",
    "columns of pandas below others": "           job    pay  \\\n"
    "0        Nurse  31200   \n"
    "1  Lift worker  22000   \n\n   n  share  \n0  12   0.31  \n1   8   0.22  \n",
    "columns that dots stand for": "     job    pay  ...  rate\n"
    "0  Nurse  31200  ...   3.9\n"
    "1   Cook  22000  ...   4.0\n",
    "cell that spans rows": "+------+------+------+\n| area | job  | pay  |\n"
    "+======+======+======+\n| N    | A    | 120  |\n|      +------+------+\n"
    "|      | B    | 80   |\n+------+------+------+\n| S    | C    | 90   |\n"
    "+------+------+------+\n",
    "intervals of Stata": "       price |       Coef.     [95% conf. interval]\n"
    "-------------+-------------------------------------\n"
    "         mpg |   -49.51222     -221.3025     122.278\n"
    "      weight |    1.746559       .467736    3.025382\n",
    "numbers in names": "Grade Pay\nBand 5 28407\nBand 6 35392\n",
    "names in two lines": "Occupation Jobs Median\npay\nEngineers 12040 68500\n"
    "Vets 1875 38250\n",
    "words after numbers": "Job Jobs Trend\nNurse 120 rising\nCook 80 falling\n",
    "rows in two lines": "Job\tPay\tGrowth\nNurse\n$86,070\t6%\nVet\n$119,100\t19%\n",
    "fields of Miller": "job Nurse\npay 31200\n\njob Cook\npay 22000\n",
    "statements": "INSERT INTO pay VALUES ('A',1);\nINSERT INTO pay VALUES ('B',2);\n",
}


def files():
    for form in ("a.csv", ""):
        kind = "file" if form else "paste"
        for name, written in READ.items():
            yield file(f"{name} {kind}", form, text_file(written), RIGHT)
        for name, (written, right) in OTHERS.items():
            yield file(f"{name} {kind}", form, text_file(written), right)
        for name, written in REFUSALS.items():
            yield file(f"{name} {kind}", form, text_file(written), also=NOT_READ)
