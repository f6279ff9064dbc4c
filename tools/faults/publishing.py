"""Kill the server while an editor publishes: what was acknowledged is not lost."""

import random
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from tools.testbed.trial import Server
from tools.testbed.visitors import Editor

PUBLISHES = 200
KILLS = 20
SECONDS_TO_RETURN = 5
TEXT = "Number {number} of the texts that were published here."


def killed_while_publishing(environ):
    """`kill -9` of the server during 200 publishes of one article"""
    chance = random.Random(7)
    acknowledged, count, lost, torn, returns = 0, 0, [], [], []
    with Server(environ) as server:
        editor = Editor(server)
        editor.sign_in()
        path = "/admin/articles/article/1/change/"
        kills = sorted(chance.sample(range(1, PUBLISHES), KILLS))
        number = 0
        while number < PUBLISHES:
            number += 1
            killer = None
            if kills and number >= kills[0]:
                kills.pop(0)
                # Some moment between the request and its answer, or soon after.
                killer = threading.Timer(chance.uniform(0, 0.08), server.kill)
                killer.start()
            sent = editor.publish(path, title=f"Text {number}", body=text(number))
            count += sent
            acknowledged = number if sent else acknowledged
            if killer:
                killer.join()
                with ThreadPoolExecutor(1) as pool:  # both take seconds, alone
                    looked = pool.submit(state_of, server, environ)
                    returns.append(server.start())
                    found, problem = looked.result()
                if found < acknowledged:
                    lost.append(acknowledged)
                if problem:
                    torn.append(problem)
                number = max(found, acknowledged)
        found, problem = state_of(server, environ)
    yield (
        not lost and found >= acknowledged,
        "no acknowledged publish is lost",
        (f"{count} acknowledged, {KILLS} kills, {len(lost)} lost"),
    )
    yield not (torn or problem), "none is half done", f"{len(torn)} half done {torn}"
    slowest = max(returns)
    yield slowest <= SECONDS_TO_RETURN, "serving again in 5 s", f"{slowest:.1f} s"
    if "DATABASE_URL" not in environ or environ["DATABASE_URL"].startswith("sqlite"):
        verdict = integrity(environ)
        yield verdict == "ok", "the database is whole", f"integrity_check: {verdict}"


def text(number):
    return f"{TEXT.format(number=number)}\n\n" * 40


def state_of(server, environ):
    """The number of the text that readers see, and what is half done, if anything."""
    told = server.manage(
        "shell", "-v", "0", "-c",
        "from articles.models import Article as A;"
        "from careerguide.publishing.models.related import WorkingCopy as W;"
        "a = A.objects.get(pk=1); e = a.history.first();"
        "p = a.history.filter(event='published').first();"
        "w = W.objects.of(a).first();"
        "entry = p and p.values['title'];"
        "print(a.title, a.body.split()[1:2], entry, bool(w) and e.event)",
    )  # fmt: skip
    title, body, entry, draft = parts(told)
    number = int(title) if title.isdigit() else 0
    if number == 0:
        return 0, ""
    if (body, entry) != (title, title):
        return number, f"title {title}, body {body}, history {entry}"
    # A draft that was saved and not yet published would be one transaction cut in two.
    return number, f"a draft was left behind {title}" if draft == "saved" else ""


def parts(told):
    """Return the numbers in "Text 7 ['7'] Text 7 False".

    Other words before the first.
    """
    words = told.replace("Text ", "").replace("[", "").replace("]", "").split()
    words = [word.strip("'") for word in words]
    return (words + [""] * 4)[:4] if words and words[0].isdigit() else ["", "", "", ""]


def integrity(environ):
    file = Path(environ["STATE_DIR"]) / "guide.sqlite3"
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchone()[0]
