"""Test the command that tries others' files: it finds them, counts, never stops."""

import os
from decimal import Decimal

import pytest

from statistics.table.schema import Column, Row
from tests.statistics.corpus.reading import Answer
from tests.statistics.workbook_files import workbook
from tools.make import corpus
from tools.testbed.other_readers import differences

pytestmark = pytest.mark.one_database


def tried(folder, capfd, files):
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    code = corpus._try([folder], quiet=False)
    return code, capfd.readouterr().out


def test_files_of_folders_below_are_read_and_compared(tmp_path, capfd):
    good = "Town,Pay\nYork,31.5\nHull,28.25\n"
    files = {"a.csv": good, "deep/b.TSV": good.replace(",", "\t"), "c.txt": good}
    files["deep/c.xlsx"] = workbook(["Town", "Pay"], ["York", 31.5], ["Hull", 28.25])
    code, out = tried(tmp_path, capfd, files)
    assert code == 0
    assert "3 files" in out
    assert "3 read" in out
    assert "3 of them compared" in out
    assert "0 cells that differ without a sentence" in out


def test_refusal_is_printed_with_its_sentence(tmp_path, capfd):
    code, out = tried(tmp_path, capfd, {"a.csv": "", "b.csv": "Town\nYork\n"})
    assert code == 0
    assert "a.csv: The file is empty." in out
    assert "1 refused" in out


def test_crash_and_death_are_counted_and_stop_nothing(tmp_path, capfd, monkeypatch):
    take_in = "tests.statistics.corpus.reading.dry_run"
    monkeypatch.setattr(take_in, lambda *_a, **_k: 1 / 0)
    code, out = tried(tmp_path, capfd, {"a.csv": "A\n1\n", "b.csv": "A\n2\n"})
    assert code == 1
    assert "2 crash" in out
    monkeypatch.setattr(take_in, lambda *_a, **_k: os._exit(3))
    code, out = tried(tmp_path, capfd, {})
    assert code == 1
    assert "the process died" in out


def test_cell_that_differs_is_told_unless_its_column_is_named(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Town,Pay\nYork,31.5\nHull,28.25\n")
    columns = [Column("town", "Town", "text"), Column("pay", "Pay", "decimal")]
    rows = [Row(("York", Decimal("315"))), Row(("Hull", Decimal("28.25")))]
    told = differences(path, Answer("read", columns, rows, []))["differing"]
    assert told == ["'Pay', row 1: 315 (decimal), the other reader '31.5'"]
    named = Answer("read", columns, rows, ["Pay: read in another way."])
    assert differences(path, named)["differing"] == []


def test_corpus_is_written_with_sidecars(tmp_path):
    assert corpus._write(tmp_path) == 0
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    sidecars = [path for path in written if path.suffix == ".json"]
    assert len(written) == 2 * len(sidecars) > 600
