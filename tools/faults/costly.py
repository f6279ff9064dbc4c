"""Preview costly texts again and again, while no reader may wait."""

import time
from threading import Event, Thread

from tools.testbed.readers import Readers
from tools.testbed.trial import Server
from tools.testbed.visitors import Editor, hidden_fields

SECONDS = 5
WARM = ["/", "/articles/", "/statistics/", "/faq/"]
FORM = "/admin/articles/article/1/change/"
PREVIEW = "/admin/editor/preview/"
LONGEST = 200_000  # bytes of a text
# Those that cost our renderer most, of all in tests/hostile/slow.py.
TEXTS = (
    f"|{'a|' * 1_000}\n|{'-|' * 1_000}\n" + "a\n" * LONGEST,
    "*_" * (LONGEST // 4) + "a" + "_*" * (LONGEST // 4),
    "|a|\n|-|\n`\n" * LONGEST,
)


def costly_texts(environ):
    """Two editors preview texts made to cost much, one after the other"""
    with Server(environ) as server:
        editors = [Previewer(server) for _ in range(2)]
        time.sleep(3)  # the pages that are read most are made ready
        with Readers([server], WARM) as alone:
            time.sleep(SECONDS)
        for editor in editors:
            editor.start()
        with Readers([server], WARM) as beside:
            time.sleep(SECONDS)
        for editor in editors:
            editor.stop()
    made = [seconds for editor in editors for seconds in editor.seconds]
    wrong = {status for editor in editors for status in editor.statuses} - {200}
    figure = f"{len(made)} previews, {max(made):.1f} s at most; wrong: {wrong or 0}"
    yield not wrong, "texts that cost much are shown", figure
    figure = f"{alone.summary()} alone; beside it {beside.summary()}"
    yield beside.share(200) == 1, "every reader gets a page meanwhile", figure
    p99 = beside.told["p99"]
    yield p99 <= 0.1, "99 % of them within 0.1 s", f"{p99 * 1000:.0f} ms"


class Previewer(Thread):
    """An editor who previews one text after the other; `seconds` each took."""

    def __init__(self, server):
        super().__init__(daemon=True)
        self.seconds, self.statuses = [], set()
        self.is_over = Event()
        self.editor = Editor(server)
        self.editor.sign_in()
        self.fields = hidden_fields(self.editor.get(FORM))

    def run(self):
        while not self.is_over.is_set():
            for text in TEXTS:
                # Another text each time, as what was made once is kept.
                mark = f"\n\n{len(self.seconds)}"
                fields = {"text": text[: LONGEST - len(mark)] + mark}
                fields |= {"model": "articles.article", "field": "body"}
                started = time.monotonic()
                self.statuses.add(self.editor.post(PREVIEW, self.fields | fields))
                self.seconds.append(time.monotonic() - started)

    def stop(self):
        self.is_over.set()
        self.join()
