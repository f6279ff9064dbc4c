"""Test work beside the server's threads: one piece at a time."""

import threading

from careerguide.server.background import Background


def test_does_one_thing_at_a_time():
    go, done = threading.Event(), []
    background = Background("test")
    assert background.start(lambda: go.wait(30) and done.append("first"))
    assert background.is_busy
    assert not background.start(lambda: done.append("second"))
    go.set()
    background.thread.join(30)
    assert background.start(lambda: done.append("third"))
    background.thread.join(30)
    assert done == ["first", "third"] and not background.is_busy


def test_goes_on_after_an_error(caplog):
    background = Background("making tea")
    background.start(lambda: 1 / 0)
    background.thread.join(30)
    assert "What making tea did failed" in caplog.text
    assert background.start(lambda: None)
