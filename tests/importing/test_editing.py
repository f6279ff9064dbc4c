"""Test that blocks are parted and joined, and the plan with them."""

import pytest

from careerguide.importing.drafts import make_drafts
from careerguide.importing.editing import join, split
from careerguide.importing.ledger import account
from careerguide.importing.readers.plain_text import read_text
from careerguide.importing.recognition.recognise import recognise
from tests.each import each

TEXT = "Baker\n\nBread is **good today**. Cake too.\n\n- one\n- two\n\nLast words."


@pytest.fixture
def read():
    document = read_text(TEXT)
    return document, recognise(document)


def ids(document):
    return {block.line or block.kind: block.id for block in document.blocks}


def total(document, plan):
    ledger = account(document, plan, make_drafts(document, plan))
    assert ledger.is_whole
    return ledger.total


@each(
    ("at", "lines"),
    [
        (20, ["Bread is good today.", "Cake too."]),
        (13, ["Bread is good", "today. Cake too."]),
    ],
)
def test_paragraph_is_parted(read, at, lines):
    document, plan = read
    before = total(document, plan)
    block = document.blocks[1].id
    document, plan = split(document, plan, block, at)
    assert [b.line for b in document.blocks[1:3]] == lines
    assert plan.placement_of[f"{block}-2"].item == plan.placement_of[block].item
    assert total(document, plan) == before


def test_list_is_parted_and_joined_again(read):
    document, plan = read
    block = ids(document)["list"]
    parted = split(document, plan, block, 1)
    assert [len(b.blocks) for b in parted[0].blocks[2:4]] == [1, 1]
    again, _plan = join(*parted, block)
    assert again.blocks[2].blocks == document.blocks[2].blocks


def test_parted_twice_has_three_ids(read):
    document, plan = split(*read, read[0].blocks[1].id, 20)
    document, plan = split(document, plan, document.blocks[1].id, 5)
    assert len({block.id for block in document.blocks}) == len(document.blocks)
    assert [p.block for p in plan.placements] == [b.id for b in document.blocks]


def test_paragraph_joins_a_list(read):
    document, plan = read
    before = total(document, plan)
    document, plan = join(document, plan, ids(document)["list"])
    assert len(document.blocks[2].blocks) == 3
    assert total(document, plan) == before


@each(("block", "at"), [("b2", 0), ("b2", 99), ("b3", 0), ("b99", 1)])
def test_what_cannot_be_parted_is_refused(block, at):
    document = read_text(TEXT)
    with pytest.raises(ValueError):
        split(document, recognise(document), block, at)


def test_last_block_joins_nothing(read):
    with pytest.raises(ValueError):
        join(*read, ids(read[0])["Last words."])
