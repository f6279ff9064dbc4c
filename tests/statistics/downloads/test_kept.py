from threading import Barrier, Thread

from statistics.downloads.kept import Kept, kept
from tests.factories import StatTableFactory


def test_file_is_made_once():
    files, made = Kept(), []
    for _ in range(3):
        assert files.get("a", lambda: made.append(1) or b"aaa") == b"aaa"
    assert made == [1]


def test_many_who_ask_at_once_get_one():
    files, made, start = Kept(), [], Barrier(8)

    def ask():
        start.wait()
        files.get("a", lambda: made.append(1) or b"aaa")

    threads = [Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [1]


def test_memory_is_bounded():
    files = Kept(most_bytes=10)
    for number in range(100):
        files.get(number, lambda: b"1234")
    assert files.bytes == 8
    assert list(files.files) == [98, 99]


def test_file_larger_than_all_is_given_and_not_kept():
    files = Kept(most_bytes=10)
    assert files.get("a", lambda: b"1" * 11) == b"1" * 11
    assert (files.bytes, len(files.files)) == (0, 0)


def test_changed_table_is_another_file():
    make = kept(lambda item: item.title.encode())
    table = StatTableFactory.build()
    first = make(table)
    table.title = "Bees are busy"
    assert (first, make(table)) != (first, first)
    assert make(table) == b"Bees are busy"
