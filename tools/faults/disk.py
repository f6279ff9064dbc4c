"""Fill the disk: pages are read on, and a save is whole, or says so."""

import io
import os
import time
from pathlib import Path

from PIL import Image

from tools.make.problems import Problem
from tools.testbed.readers import Readers
from tools.testbed.small_disk import filled, small_disk
from tools.testbed.trial import Server
from tools.testbed.visitors import Editor

from .publishing import integrity, state_of

MEGABYTES = 60
SAVES = 10
SENTENCE = "Our disk is full"
PATHS = ["/", "/articles/", "/statistics/", "/faq/"]
PATHS += ["/articles/?q=model", "/faq/?q=degree", "/faq/no/"]  # asks the database
FORM = "/admin/articles/article/1/change/"
UPLOAD = "/admin/library/image/add/"
WORDS = {"alt": "Bees at work", "credit": "", "focal_x": "50", "focal_y": "50"}


def disk_full(environ):
    """The disk of the database and of uploads is full"""
    state = Path(environ["STATE_DIR"])
    try:
        with small_disk(state, MEGABYTES), Server(environ) as server:
            yield from used_while_full(server, state, environ)
    except Problem as problem:
        print(problem)


def used_while_full(server, state, environ):
    editor, other = Editor(server), Editor(server)
    for person in (editor, other):
        person.sign_in()
    assert save(editor, 1) == (302, True), "could not save"
    editor.get(FORM)  # which says that it was saved
    files = names_of(state / "media")
    time.sleep(2)
    with filled(state), Readers([server], PATHS, readers=20) as readers:
        saves = {number: save(editor, number) for number in range(2, SAVES + 2)}
        upload = other.upload(UPLOAD, picture(), **WORDS)
        time.sleep(2)
    fine = readers.share(200, 404) == 1
    yield fine, "what is read is read on", readers.summary()
    statuses = [status for status, _ in saves.values()]
    yield (
        507 in statuses and all(is_clear for _, is_clear in saves.values()),
        "a save goes through, or says that the disk is full",
        f"{statuses.count(302)} saved, {statuses.count(507)} refused of {SAVES}",
    )
    yield upload == 507, "an upload says so too", f"answered with {upload}"
    saved = max([n for n, (status, _) in saves.items() if status == 302], default=1)
    found, half_done = state_of(server, environ)
    left = names_of(state / "media") - files
    yield (
        found == saved and not half_done and not left,
        "nothing is lost or half done",
        f"text {saved} was saved and {found} is there; files left: {len(left)}",
    )
    verdict = integrity(environ)
    yield verdict == "ok", "the database is whole", f"integrity_check: {verdict}"
    again = save(editor, SAVES + 2)[0], other.upload(UPLOAD, picture(), **WORDS)
    yield again == (302, 302), "all works once there is room", f"answered with {again}"


def save(editor, number):
    """Return the status, and whether the answer says what became of the save."""
    body = f"Number {number} of the texts.\n\n" * (4_000 if number % 2 else 4)
    fields = {"title": f"Text {number}", "body": body, "summary": "Of ours."}
    status, page = editor.send(FORM, fields | {"_publish": ""})
    return status, status == 302 or (status == 507 and SENTENCE in page)


def picture():
    """Return a picture of which no byte can be spared: a JPEG of some megabytes."""
    noise = Image.frombytes("RGB", (1500, 1500), os.urandom(1500 * 1500 * 3))
    noise.save(file := io.BytesIO(), "JPEG", quality=90)
    return file.getvalue()


def names_of(folder):
    return {str(path) for path in folder.rglob("*") if path.is_file()}
