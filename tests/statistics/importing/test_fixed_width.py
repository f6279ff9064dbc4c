"""Test tables whose cells stand below each other: whole cells in them, or none."""

from tests.each import each
from tests.statistics.importing.reading import refusal, table_of

MULTI_INDEX = (
    "                  pay\n"
    "region sector        \n"
    "North  Health   31200\n"
    "       Retail   22000\n"
    "South  Health   33300\n"
)
UNNAMED_INDEX = (
    "                pay\n"
    "North Health  31200\n"
    "      Retail  22000\n"
    "South Health  33300\n"
)
SPSS = (
    "                   Frequency   Percent\n"
    "Valid     Yes            120      60.0\n"
    "          No              75      37.5\n"
    "Missing   System           5       2.5\n"
)
SAS = (
    "                     The MEANS Procedure\n\n"
    " Obs    job        pay      n\n"
    "   1    Nurse    31200     12\n"
    "   2    Cook       .        8\n"
    "   3    Welder   28400     20\n"
)
BETWEEN = "Job    Men    Women\nNurse    120    310\nCook        80\nVet    12    30\n"
MISPLACED = (
    "          job      pay  share\n"
    "0       Nurse  31200.0   0.31\n"
    "1        Cook      NaN   0.22\n"
    "2  Lift engineer 40100.5 0.47\n"
)
COEFFICIENTS = (
    "              Estimate Std. Error t value Pr(>|t|)    \n"
    "(Intercept)  37.2273     1.5988  23.285  < 2e-16 ***\n"
    "wt           -3.8778     0.6327  -6.129 1.12e-06 ***\n"
    "hp           -0.0318     0.0090  -3.519  0.00145 ** \n"
)
R_BLOCKS = (
    "          job    pay   n share\n"
    "1       Nurse  31200  12  0.31\n"
    "2 Lift worker  22000   8  0.22\n"
    "  region start\n"
    "1  North  2021\n"
    "2  South  2020\n"
)
PANDAS_BLOCKS = (
    "           job    pay  \\\n"
    "0        Nurse  31200   \n"
    "1  Lift worker  22000   \n\n"
    "   n  share  \n"
    "0  12   0.31  \n"
    "1   8   0.22  \n"
)
PIVOT = (
    "year      2021   2022\n"
    "job                  \n"
    "Cook     21000  22000\n"
    "Nurse    30500  31200\n"
)
GROUPS = (
    "              2021    2022\n"
    "Services\n"
    "  Retail       700     720\n"
    "  Hotels       500     530\n"
)


class TestCellsThatAreSeveral:
    @each("text", [SPSS, BETWEEN, MISPLACED, COEFFICIENTS, UNNAMED_INDEX])
    def test_several_cells_are_never_one(self, text):
        assert "stand apart by" in refusal(text)

    def test_title_above_gives_no_column_its_name(self):
        names, cells = table_of(SAS)
        assert names == ["Obs", "job", "pay", "n"]
        assert cells[1] == ["2", "Cook", "None", "8"]

    def test_sign_of_money_may_stand_apart_from_its_number(self):
        names, cells = table_of(
            "Job          Entry   Later\n"
            "Nurse    $  28,407   31.5\n"
            "Vet      $ 135,000   42.5\n"
            "Cook     $   1,200.5 20.5\n"
        )
        assert names == ["Job", "Entry", "Later"]
        assert [line[1] for line in cells] == ["28407", "135000", "1200.5"]


class TestNamesOfAnIndex:
    def test_index_of_two_levels_is_two_columns(self):
        names, cells = table_of(MULTI_INDEX)
        assert names == ["region", "sector", "pay"]
        assert cells[0] == ["North", "Health", "31200"]
        assert cells[1][1:] == ["Retail", "22000"]

    def test_name_of_the_columns_is_no_name_of_rows(self):
        names, cells = table_of(PIVOT)
        assert names == ["job/year", "2021", "2022"]
        assert [line[0] for line in cells] == ["Cook", "Nurse"]

    def test_index_of_letters_that_may_be_marks_is_one(self):
        names, cells = table_of(
            "               pay\narea  sex          \nNorth f     31200\n"
            "      m     32000\nSouth f     33300\n"
        )
        assert names == ["area", "sex", "pay"]
        assert [line[1] for line in cells] == ["f", "m", "f"]

    def test_padded_heading_of_rows_is_no_name(self):
        names, cells = table_of(
            "Sector        2021    2022\nHealth                    \n"
            "  Nurse       1200    1250\n  Vet          300     290\n"
        )
        assert names == ["Sector", "2021", "2022"]
        assert [line[0] for line in cells] == ["Health", "Nurse", "Vet"]

    def test_heading_of_a_group_of_rows_is_no_name(self):
        names, cells = table_of(GROUPS)
        assert names == ["Column 1", "2021", "2022"]
        assert [line[0] for line in cells] == ["Services", "Retail", "Hotels"]


class TestBlocksOfColumns:
    @each("text", [R_BLOCKS, PANDAS_BLOCKS])
    def test_columns_below_the_others_are_refused(self, text):
        assert "some of the columns below the others" in refusal(text)

    def test_headings_that_repeat_above_rows_are_no_blocks(self):
        names, cells = table_of(
            "Area        2021   2022\nNorth\nMen           12     13\n"
            "Women         15     16\nSouth\nMen           22     23\n"
        )
        assert names == ["Area", "2021", "2022"]
        assert len(cells) == 5


def test_leading_dots_are_no_part_of_a_name():
    names, cells = table_of(
        "Occupation              2022     2032\n"
        "Nurses.............   3172.5   3349.9\n"
        "Home health aides..   3715.5   4520.1\n"
        "Cooks, restaurant .   1361.2   1638.9\n"
    )
    assert names == ["Occupation", "2022", "2032"]
    assert cells[0] == ["Nurses", "3172.5", "3349.9"]
    assert cells[1][0] == "Home health aides.."  # two are none


class TestUnsplit:
    @each(
        "text",
        [
            "Grade Pay\nBand 5 28407\nBand 6 35392\n",
            "Occupation Jobs Median\npay\nEngineers 12040 68500\nVets 1875 38250\n",
            "Job Jobs Trend\nNurse 120 rising\nCook 80 falling\n",
        ],
    )
    def test_lines_with_numbers_in_columns_are_no_column_of_text(self, text):
        assert "stand apart by spaces" in refusal(text)

    @each(
        "text",
        [
            "Grade\nBand 5\nBand 6\nDoctor\n",
            "Careers\nFirst aid trainer\nTop 40 presenter\nVet\n",
            "Questions asked\nWhat is level 3?\nWho can help me?\n",
        ],
    )
    def test_list_of_names_with_numbers_stays_one(self, text):
        names, cells = table_of(text)
        assert len(names) == 1
        assert all(len(line) == 1 for line in cells)


class TestWhatIsNotThere:
    @each(
        "text",
        [
            "     job    pay  ...  rate\n0  Nurse  31200  ...   3.9\n"
            "1   Cook  22000  ...   4.0\n\n[2 rows x 9 columns]\n",
            "┌───────┬───────┬───┬──────┐\n│ job   ┆ pay   ┆ … ┆ rate │\n"
            "│ ---   ┆ ---   ┆   ┆ ---  │\n│ str   ┆ i64   ┆   ┆ f64  │\n"
            "╞═══════╪═══════╪═══╪══════╡\n│ Nurse ┆ 31200 ┆ … ┆ 3.9  │\n"
            "│ Cook  ┆ 22000 ┆ … ┆ 4.0  │\n└───────┴───────┴───┴──────┘\n",
        ],
    )
    def test_columns_that_dots_stand_for_are_asked_for(self, text):
        assert "print all columns" in refusal(text)

    def test_fields_below_each_other_are_refused(self):
        text = "job Nurse\npay 31200\n\njob Cook\npay 22000\n"
        assert "written for programs" in refusal(text)


class TestLinesOfNames:
    def test_units_below_names_are_joined_to_them(self):
        names, cells = table_of(
            "Job         Pay    Hours\n              £     week\n"
            "Nurse     31200     37.5\nCook      22000     40.0\n"
        )
        assert names == ["Job", "Pay £", "Hours week"]
        assert cells[0] == ["Nurse", "31200", "37.5"]

    def test_words_beside_numbers_are_no_part_of_them(self):
        refusal(
            "Job         Pay          Places\nNurse     31200   up        120\n"
            "Cook      22000   down       80\n"
        )


@each(
    "below",
    ["<chr>     <dbl> <int>  <dbl>", "(1)         (2)   (3)    (4)"],
)
def test_line_below_names_is_no_row_above_a_single_one(below):
    names, row = "name        pay     n  share", "Nurse     31200         12.5"
    labels, rows = table_of(f"{names}\n{below}\n{row}\n")
    assert [label.split()[0] for label in labels] == ["name", "pay", "n", "share"]
    assert rows == [["Nurse", "31200", "None", "12.5"]]


def test_tab_behind_a_line_parts_no_cells():
    ruled = "Job        Pay  Share\n-------  -----  -----\nNurse     3200   12.5\t\n"
    labels, rows = table_of(f"{ruled}Cook              7.0\n")
    assert labels == ["Job", "Pay", "Share"]
    assert rows == [["Nurse", "3200", "12.5"], ["Cook", "None", "7.0"]]
