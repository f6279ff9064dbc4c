"""Change what many people read: no torn page, nothing late, nothing early."""

import time

from tools.testbed.readers import Readers
from tools.testbed.trial import Server
from tools.testbed.visitors import Editor

CHANGES = 100
READERS = 200
SECONDS_TO_SHOW = 2.0
ARTICLE = "/articles/what-a-machine-learning-engineer-does/"
HIDDEN = "/articles/five-misconceptions-about-machine-learning-engineers/"
PATHS = ["/", "/articles/", ARTICLE, "/statistics/", "/faq/"]
PATHS += ["/statistics/machine-learning-engineer-salaries/"]
PATHS += ["/careers/machine-learning-engineer/"]
FORM = "/admin/articles/article/1/change/"


def changed_while_read(environ):
    """200 readers of two server processes, while 100 changes are published"""
    with Server(environ) as one, one.beside() as other:
        editor = Editor(one)
        editor.sign_in()
        assert publish(editor, 0), "could not publish"
        shown_at = {0: time.time()}
        with Readers([one, other], PATHS, readers=READERS, pause=1) as readers:
            time.sleep(1)
            for number in range(1, CHANGES + 1):
                if publish(editor, number):
                    shown_at[number] = time.time()
            time.sleep(3)
        yield from told_of_changes(readers, shown_at)
        yield from on_time(one, other)


def publish(editor, number):
    return editor.publish(
        FORM,
        title=f"Text {number} of ours",
        summary=f"Text {number} in a sentence.",
        body=f"Text {number} of the texts.\n\n" * 20,
    )


def told_of_changes(readers, shown_at):
    told = readers.told
    done = f"{len(shown_at) - 1} changes, {readers.summary()}"
    fine = len(shown_at) == CHANGES + 1 and readers.share(200) == 1
    yield fine, "no reader gets an error", f"{done} {told['errors'] or ''}"
    yield not told["torn"], "no page is torn", f"torn: {told['torn'] or 'none'}"
    oldest = max(
        last - shown_at[next_number(shown_at, int(number))]
        for pages in told["seen"].values()
        for seen in pages.values()
        for number, (_, last) in seen.items()
        if number.isdigit() and int(number) < max(shown_at)
    )
    yield (
        oldest <= SECONDS_TO_SHOW,
        "every process shows a change within 2 s",
        f"the oldest page was asked for {max(0, oldest):.2f} s after the next change",
    )


def next_number(shown_at, number):
    return min(later for later in shown_at if later > number)


def on_time(one, other):
    """Yield what editors scheduled shows, changes and hides at its moment."""
    moment = float(one.manage("shell", "-v", "0", "-c", SCHEDULE))
    with Readers([one, other], [ARTICLE, HIDDEN], readers=20, pause=0.05) as readers:
        time.sleep(moment - time.time() + SECONDS_TO_SHOW + 1)
    early, late = [], []
    for pages in readers.told["seen"].values():
        for path, before, after in (
            (ARTICLE, str(CHANGES), str(CHANGES + 1)),
            (HIDDEN, "status 200", "status 404"),
        ):
            never = (float("inf"), float("inf"))
            early.append(moment - pages[path].get(after, never)[0])
            late.append(pages[path].get(before, never)[1] - moment)
    done = "a change and a hiding, in two processes"
    figure = f"{done}; first seen {-max(early):.2f} s after the moment"
    yield max(early) <= 0, "what is scheduled never shows early", figure
    figure = f"{done}; the old page last asked for {max(late):.2f} s after the moment"
    yield max(late) <= SECONDS_TO_SHOW, "it shows within 2 s", figure


SCHEDULE = f"""
from datetime import timedelta
from django.contrib.auth.models import User
from django.utils import timezone
from articles.models import Article
from careerguide.publishing.drafts import actions
from careerguide.publishing.drafts.schedule import schedule
admin = User.objects.get()
draft, hidden = Article.objects.order_by("pk")[:2]
draft.title = draft.summary = draft.body = "Text {CHANGES + 1}"
actions.save_draft(draft, draft, admin)
moment = timezone.now() + timedelta(seconds=5)
schedule(draft, admin, publish_at=moment)
schedule(hidden, admin, unpublish_at=moment)
print(moment.timestamp())
"""
