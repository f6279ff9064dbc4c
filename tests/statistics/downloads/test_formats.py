"""Test that downloads are made once and renewed with their table."""

from threading import Barrier, Thread

from statistics.downloads.formats import cached
from tests.factories import StatTableFactory


def test_many_who_ask_at_once_get_one():
    made, start = [], Barrier(8)
    make = cached(lambda item: made.append(1) or b"aaa")
    table = StatTableFactory.build(title="Bees that many ask for at once")

    def ask():
        start.wait()
        make(table)

    threads = [Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [1]


def test_changed_table_is_another_file():
    make = cached(lambda item: item.title.encode())
    table = StatTableFactory.build()
    first = make(table)
    table.title = "Bees are busy"
    assert (first, make(table)) != (first, first)
    assert make(table) == b"Bees are busy"
