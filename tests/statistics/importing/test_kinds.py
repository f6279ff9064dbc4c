"""Test the inferred type of a column, its sentence, and the line that undoes it."""

import pytest

from statistics.importing.text import from_text, read_text
from statistics.table.schema import DataError


def reading(*lines):
    return read_text("\n".join(lines))


def column(label, *cells):
    """The type of a second column, and what is said of it."""
    result = reading(f"Name\t{label}", *(f"n{n}\t{c}" for n, c in enumerate(cells)))
    found = result.table.columns[1]
    inferred = {entry["column"]: entry for entry in result.inferred}
    return found, inferred.get(label)


class TestCodes:
    def test_zero_before_digits_makes_text(self):
        found, inferred = column("Dial", "020", "0113", "1904")
        assert found.type == "text"
        assert inferred["sentence"] == "Dial: text, as “020” begins with 0."
        assert (inferred["type"], inferred["line"]) == ("integer", "Dial: integer")

    @pytest.mark.parametrize("code", ["CES05", "CES0500000003"])
    def test_zero_behind_letters_is_said_as_it_stands(self, code):
        _found, inferred = column("Series", code, f"{code}1")
        said = f"Series: text, as the number in “{code}” begins with 0."
        assert inferred["sentence"] == said

    def test_zero_with_decimals_is_a_number(self):
        assert column("Ratio", "0.5", "0")[0].type == "decimal"

    @pytest.mark.parametrize(
        "label",
        [
            "SOC 2020",
            "ZIP code",
            "Postcode",
            "Course ID",
            "Phone (work)",
            "PLZ",
            "Ref no.",
        ],
    )
    def test_name_of_codes_makes_text(self, label):
        found, inferred = column(label, "2121", "2134")
        assert found.type == "text"
        assert "codes or numbers of things" in inferred["sentence"]

    @pytest.mark.parametrize("label", ["Number of codes", "Calls", "Account costs"])
    def test_count_of_codes_is_a_number(self, label):
        assert column(label, "2121", "2134")[0].type == "integer"

    def test_line_takes_it_back(self):
        _found, inferred = column("Dial", "020", "0113")
        table = from_text("Name\tDial\nA\t020\nB\t0113", inferred["line"])
        assert [str(row.cells[1]) for row in table.rows] == ["20", "113"]


class TestYears:
    @pytest.mark.parametrize(
        "label",
        ["Year", "Jahr", "Date", "Year of entry", "Calendar year", "Founded year"],
    )
    def test_name_says_so(self, label):
        assert column(label, "1900", "2100", "2000")[0].type == "year"

    def test_first_column_that_rises_or_falls(self):
        for years in (("2019", "2020", "2021"), ("2021", "2020", "2019")):
            text = "\n".join(["Period\tJobs", *(f"{y}\t5" for y in years)])
            assert from_text(text).columns[0].type == "year"

    @pytest.mark.parametrize(
        "label", ["Monthly pay (GBP)", "Vacancies", "Pay per year", "Salary a year"]
    )
    def test_amounts_of_that_size_are_amounts(self, label):
        assert column(label, "1900", "2100", "2150")[0].type == "integer"
        first = f"{label}\tJobs\n1900\t5\n2100\t6\n2150\t7"
        assert from_text(first).columns[0].type == "integer"

    def test_mark_beside_a_year_makes_text_that_can_be_taken_back(self):
        found, inferred = column("Year", "2021", "2022p")
        assert (found.type, inferred["line"]) == ("text", "Year: year")


class TestFallToText:
    def test_is_said_with_the_cells(self):
        found, inferred = column("Median pay", "1", "2", "many", "few")
        assert found.type == "text"
        assert inferred["sentence"] == (
            "Median pay holds 2 cells that are no numbers (“many”, “few”): read as "
            "text."
        )

    def test_marks_of_offices_are_no_such_cells(self):
        found, _inferred = column("Pay", "[c]", "x", ":", "n/a", "--", "NaN", "5")
        assert found.type == "integer"

    def test_of_letters_alone_stays_text(self):
        assert column("Grade", "c", "x", "b")[0].type == "text"

    def test_of_what_begins_like_a_number_is_said(self):
        found, inferred = column("Hex", "1e5", "2e7")
        assert found.type == "text"
        assert "“1e5”" in inferred["sentence"]


class TestMoney:
    def test_shared_sign_is_named(self):
        found, inferred = column("Pay", "$5", "$7")
        assert (found.type, found.currency) == ("money", "USD")
        assert "read as US dollars; “$” is the sign of others" in inferred["sentence"]

    def test_name_tells_which_dollars(self):
        assert column("Pay (CAD)", "$5", "$7")[0].currency == "CAD"

    def test_sign_without_a_likeliest_currency_is_asked_about(self):
        with pytest.raises(DataError) as caught:
            column("Pay", "35 000 kr")
        assert "Say which: write “Pay: money SEK”" in caught.value.problems[0]
        assert caught.value.inferred[0]["line"] == "Pay: money SEK"

    @pytest.mark.parametrize(
        ("language", "currency"), [("sv", "SEK"), ("nb", "NOK"), ("da", "DKK")]
    )
    def test_language_of_the_site_tells_which_crowns(self, language, currency):
        from django.utils import translation

        with translation.override(language):
            assert column("Pay", "35 000 kr")[0].currency == currency


class TestScale:
    def test_that_all_share_is_the_columns(self):
        found, inferred = column("Size", "$75.55 billion", "$12 billion")
        assert (found.currency, found.scale) == ("USD", "billion")
        assert "“billion” is read as 1,000,000,000" in inferred["sentence"]

    def test_that_differ_are_written_out(self):
        text = "A\tSize\nx\t$1.5M\ny\t$800k"
        assert [str(r.cells[1]) for r in from_text(text).rows] == ["1500000", "800000"]

    def test_cell_that_lacks_its_own_is_asked_about(self):
        with pytest.raises(DataError, match="“80.1” has no “billion”"):
            column("Size", "$75.55 billion", "80.1")

    def test_share_among_percentages_is_asked_about(self):
        with pytest.raises(DataError, match="“0.25” has no percent sign"):
            column("Share", "25%", "0.25")

    def test_number_among_percentages_is_said(self):
        inferred = column("Share", "12%", "9", "11%")[1]
        assert inferred["sentence"] == (
            "Share: percentages. 1 cell has no percent sign and is read as a "
            "percentage: “9”."
        )

    def test_nothing_is_said_where_all_have_the_sign(self):
        assert column("Share", "12%", "9%")[1]["sentence"] == "Share: percentages."

    def test_of_a_described_column_is_kept(self):
        text = "A\tSize\nx\t$1.5M\ny\t$800k\nz\t2"
        table = from_text(text, "Size: money USD, million")
        assert [str(r.cells[1]) for r in table.rows] == ["1.5", "0.8", "2"]


class TestWords:
    def test_unit_is_kept_and_said(self):
        found, inferred = column("Wait", "12 months", "3 months")
        assert (found.type, found.unit) == ("integer", "months")
        assert inferred["sentence"] == (
            "Wait: whole numbers. “months” is read as the unit."
        )

    def test_unknown_one_is_asked_about_and_one_click_settles_it(self):
        with pytest.raises(DataError) as caught:
            column("Pay", "85 foo", "90 foo")
        [entry] = caught.value.inferred
        assert "“foo” beside its numbers is not understood" in entry["sentence"]
        table = from_text("Name\tPay\nA\t85 foo\n", entry["line"])
        assert (table.columns[1].unit, str(table.rows[0].cells[1])) == ("foo", "85")


class TestDates:
    """Digits that are days or years of school are no amounts of twenty million."""

    @pytest.mark.parametrize(
        ("label", "cells"),
        [
            ("Date", ("20240131", "20240228")),
            ("Reported", ("20240131", "20240228", "20231130")),
            ("time_period", ("202122", "202223")),
            ("Year", ("2021.22", "2022.23")),
            ("Month", ("202401", "202312")),
        ],
    )
    def test_without_marks_are_text(self, label, cells):
        found, inferred = column(label, *cells)
        assert found.type == "text"
        assert inferred["sentence"].endswith("look like dates or years.")
        assert inferred["line"] == f"{label}: {inferred['type']}"

    @pytest.mark.parametrize(
        ("label", "cells"),
        [
            ("Turnover", ("20240131", "20240228")),  # two may be so by chance
            ("Turnover", ("20240131", "20240228", "20249131")),
            ("Students", ("202122", "202223", "202324")),
            ("Index", ("2021.22", "2022.23")),
        ],
    )
    def test_what_may_be_an_amount_stays_a_number(self, label, cells):
        assert column(label, *cells)[0].type in ("integer", "decimal")

    @pytest.mark.parametrize(
        "cells", [("FYE 2022", "FYE 2023"), ("2022年度", "2023年度")]
    )
    def test_words_that_make_years_are_no_units(self, cells):
        found, inferred = column("Year", *cells)
        assert found.type == "text"
        assert "name years or dates" in inferred["sentence"]


class TestCodesOfOffices:
    @pytest.mark.parametrize(
        ("label", "codes"),
        [
            *(
                ("郵便番号", ("5300001", "1000001")),
                ("団体コード", ("131016", "271004")),
            ),
            *(("TERYT", ("1465", "1261")), ("Kreisschlüssel", ("9162", "9163"))),
            *(("code commune", ("75056", "69123")), ("NUTS", ("11", "12"))),
            *(("ZIP", ("10001", "94103")), ("ISCO-08", ("2221", "5120"))),
            *(("Kommunkod", ("1280", "1480")), ("Yrkeskod", ("2221", "5120"))),
            *(("Berufskennziffer", ("81302", "29301")), ("邮政编码", ("100000", "2"))),
            *(("우편번호", ("14524", "16236")), ("Код", ("45", "40"))),
            *(("PSČ", ("11000", "60200")), ("Irányítószám", ("1011", "6720"))),
            *(("Posta kodu", ("34000", "35000")), ("पिनकोड", ("110001", "400001"))),
            *(("รหัสไปรษณีย์", ("10110", "50000")), ("Ταχυδρομικός κώδικας", ("1", "2"))),
            *(("Cod poștal", ("10431", "54622")), ("Kommunenr", ("301", "4601"))),
        ],
    )
    def test_are_text_by_their_name(self, label, codes):
        table = from_text(f"Town\t{label}\nA\t{codes[0]}\nB\t{codes[1]}\n")
        assert table.columns[1].type == "text"
        assert tuple(row.cells[1] for row in table.rows) == codes

    @pytest.mark.parametrize("label", ["Episodes", "Passengers", "Modes", "Kodiaks"])
    def test_names_that_end_alike_are_counts(self, label):
        table = from_text(f"Town\t{label}\nA\t12\nB\t15\n")
        assert table.columns[1].type == "integer"


class TestNativeDigits:
    @pytest.mark.parametrize(
        ("label", "years"),
        [
            ("السنة", ("٢٠٢١", "٢٠٢٢")),
            ("वर्ष", ("२०२१", "२०२२")),
            ("年", ("２０２１", "２０２２")),
            ("Year", ("۲۰۲۱", "۲۰۲۲")),
        ],
    )
    def test_of_years_make_years(self, label, years):
        table = from_text(f"{label}\tN\n{years[0]}\t5\n{years[1]}\t6\n")
        assert table.columns[0].type == "year"
        assert [str(row.cells[0]) for row in table.rows] == ["2021", "2022"]

    @pytest.mark.parametrize(
        "names",
        [
            *("2022¹|2023²", "2022*|2023 (p)", "2022[1]|2023 [a]", "٢٠٢١|٢٠٢٢"),
            *("२०२१|२०२२", "2022†|2023", "２０２１|２０２２"),
        ],
    )
    def test_and_marks_of_years_are_names(self, names):
        table = from_text(f"Job|{names}\nNurse|1|2\nCook|3|4\n")
        assert [c.label for c in table.columns] == ["Job", *names.split("|")]
        assert len(table.rows) == 2


class TestNumbersThatAreNone:
    def test_years_that_a_program_wrote_with_a_decimal_are_years(self):
        result = reading("Year,Jobs", "2019.0,12", "2020.0,15")
        assert result.table.columns[0].type == "year"
        assert [str(row.cells[0]) for row in result.table.rows] == ["2019", "2020"]

    def test_year_and_a_half_is_none(self):
        result = reading("Year,Jobs", "2019.5,12", "2020.5,15")
        assert result.table.columns[0].type == "decimal"

    @pytest.mark.parametrize("label", ["Abfahrt", "Departure", "Heure d'arrivée"])
    def test_times_of_departure_are_text(self, label):
        assert column(label, "9.30", "10.15")[0].type == "text"

    def test_zero_is_no_rank(self):
        assert column("Rank", "0", "1", "2")[0].type == "integer"
        assert column("Rank", "3", "1", "2")[0].type == "rank"
