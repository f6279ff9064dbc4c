"""Test that every file of the corpus is read as its sidecar says, or asked about.

What an editor is told of it is compared with texts that are read in review.
"""

from decimal import Decimal

import pytest
from django.test import override_settings

from statistics.table.schema import Column, Row
from tests.each import each
from tests.statistics.corpus import FILES, KINDS
from tests.statistics.corpus.judge import judge
from tests.statistics.corpus.model import Shown, file, money, number, table, text
from tests.statistics.corpus.outcomes import in_review, outcomes
from tests.statistics.corpus.reading import CRASH, Answer, read

pytestmark = pytest.mark.one_database


@each("kind", KINDS)
def test_files_are_read_as_their_own_programs_show_them(kind):
    with override_settings(LOCALE_PATHS=[]):  # sentences in review are English
        answers = [(one, read(one)) for one in FILES if one.kind == kind]
    wrong = {}
    for one, answer in answers:
        verdict = judge(one, answer)
        if not verdict.is_good:
            wrong[one.id] = f"{verdict} (said: {' '.join(answer.sentences)[:500]})"
    assert wrong == {}
    said = outcomes(answers)
    assert said == in_review(kind, said)


def test_there_are_three_hundred_files_each_of_its_own_name():
    assert len(FILES) >= 300
    assert len({file.id for file in FILES}) == len(FILES)


class TestJudge:
    """What judges the reading is wrong in neither direction."""

    def verdict(self, expected, columns, cells, sentences=(), **options):
        rows = [Row(line) for line in zip(*cells, strict=True)]
        answer = Answer("read", columns, rows, list(sentences))
        return judge(file("x", "a.csv", bytes, table(*expected, **options)), answer)

    def pay(self, *cells, sentences=(), kind="decimal", **options):
        """The verdict on these cells, where 31.5 and no value are expected."""
        expected = [number("Pay", "31.5", None)]
        columns = [Column("pay", "Pay", kind, **options)]
        return self.verdict(expected, columns, [cells], sentences)

    def test_right_cells_are_good(self):
        assert self.pay(Decimal("31.5"), None).is_good

    @pytest.mark.parametrize("cell", [Decimal("315"), Decimal("-31.5"), None, "31.5"])
    def test_other_cell_is_silently_wrong(self, cell):
        verdict = self.pay(cell, None)
        assert (verdict.is_good, verdict.cells) == (False, 1)

    def test_number_in_place_of_none_is_wrong(self):
        assert not self.pay(Decimal("31.5"), Decimal(0)).is_good

    @pytest.mark.parametrize(
        "options",
        [
            {"kind": "year"},
            {"kind": "percent"},
            {"kind": "money", "currency": "USD"},
            {"scale": "thousand"},
        ],
    )
    def test_right_digits_of_another_kind_are_wrong(self, options):
        assert self.pay(Decimal("31.5"), None, **options).silent

    def test_column_that_fell_to_text_is_said_only_if_a_sentence_names_it(self):
        fallen = {"kind": "text"}
        assert self.pay("31.5", None, **fallen).silent
        assert self.pay("31.5", None, sentences=["Other: text."], **fallen).silent
        verdict = self.pay("31.5", None, sentences=["Pay: read as text."], **fallen)
        assert (verdict.silent, bool(verdict.named)) == ([], True)
        assert not verdict.is_good

    def test_lost_row_and_other_names_are_wrong(self):
        columns = [Column("pay", "Pay", "decimal")]
        expected = [number("Pay", "31.5", None)]
        assert self.verdict(expected, columns, [[Decimal("31.5")]]).cells == 2
        other = [Column("pay", "Wage", "decimal")]
        assert self.verdict(expected, other, [[Decimal("31.5"), None]]).cells == 2

    def test_amounts_are_compared_and_not_digits(self):
        expected = [money("Pay", "GBP", "85", scale="thousand")]
        columns = [Column("pay", "Pay", "money", currency="GBP")]
        assert self.verdict(expected, columns, [[Decimal("85000")]]).is_good
        assert not self.verdict(expected, columns, [[Decimal("85")]]).is_good

    def test_rounded_number_needs_the_decimals_that_readers_see(self):
        exact, rounded = Decimal("67833.3333333"), Decimal("67833")
        expected = [number("Pay", Shown(rounded, exact))]
        plain = [Column("pay", "Pay", "decimal")]
        assert self.verdict(expected, plain, [[rounded]]).is_good
        assert not self.verdict(expected, plain, [[exact]]).is_good
        whole = [Column("pay", "Pay", "decimal", decimals=0)]
        assert self.verdict(expected, whole, [[exact]]).is_good

    def test_typed_number_keeps_its_digits(self):
        expected = [number("Pay", Shown(Decimal("8"), Decimal("7.77")))]
        plain = [Column("pay", "Pay", "decimal")]
        whole = [Column("pay", "Pay", "decimal", decimals=0)]
        assert not self.verdict(expected, plain, [[Decimal("8")]]).is_good
        assert not self.verdict(expected, whole, [[Decimal("8")]]).is_good
        assert self.verdict(expected, whole, [[Decimal("7.77")]]).is_good

    def test_sentence_that_is_missing_is_told(self):
        columns = [Column("town", "Town", "text")]
        expected = [text("Town", "York")]
        assert not self.verdict(expected, columns, [["York"]], says="hidden").is_good
        sentences = ["1 hidden row was left out."]
        assert self.verdict(
            expected, columns, [["York"]], sentences, says="hidden"
        ).is_good

    def test_answer_that_is_not_honest_for_the_file_is_bad(self):
        only_read = file("x", "a.csv", bytes, table(number("Pay", "1")))
        no_table = file("x", "a.csv", bytes, also="refused")
        assert not judge(only_read, Answer("asked")).is_good
        assert not judge(no_table, Answer(CRASH)).is_good
        assert judge(no_table, Answer("refused")).is_good
        assert judge(no_table, Answer("read", (), [])).silent
