"""Read a document in a process of its own, which may neither ask nor write anything.

It gets the file on its standard input, and answers with JSON and the bytes of pictures.
"""

import gc
import json
import os
import resource
import sys

from .errors import TOO_DEEP, Refusal, gettext_noop
from .readers.asked import with_questions_parted
from .readers.decoding import decoded
from .readers.owner import with_owner_parted
from .readers.pairs import with_pairs_parted
from .tree import walk
from .words import texts_in, words_of

MEMORY = 300_000_000  # bytes
SECONDS = 60  # of processor time
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.system", "os.fork", "urllib.")
MOST_WORDS, MOST_BLOCKS = 200_000, 30_000


class Forbidden(OSError):
    """Raised in place of a request, another program or a file."""


def forbid(event, arguments):
    """Stop whatever leaves this process: an audit hook, which nothing takes away."""
    if event.startswith(FORBIDDEN):
        raise Forbidden(event)
    if event == "open":
        path, mode, flags = arguments
        if any(letter in (mode or "") for letter in "wax+") or flags & WRITING:
            raise Forbidden(str(path))


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    for name in ("RLIMIT_DATA", "RLIMIT_AS"):
        most = MEMORY if name == "RLIMIT_DATA" else 2 * MEMORY
        try:
            resource.setrlimit(getattr(resource, name), (most, most))
        except (AttributeError, OSError, ValueError):  # not on this system
            continue


def reader_of(kind):
    """Return what reads files of a kind; the others are not imported."""
    if kind == "word":
        from .readers.word import read_word as read_as
    elif kind == "html":
        from .readers.html import read_html as read_as
    elif kind == "markdown":
        from .readers.markdown import read_markdown as read_as
    else:
        from .readers.plain_text import read_text as read_as
    return read_as


def read(kind, data):
    """Return the document of a file's bytes; `Refusal` says why there is none."""
    if kind == "word":
        return reader_of(kind)(data)
    text, was_guessed = decoded(data, kind == "html")
    document = reader_of(kind)(text)
    return document.with_message(GUESSED) if was_guessed else document


# What stands in one paragraph, and is several.
PARTED = (with_pairs_parted, with_questions_parted, with_owner_parted)
GUESSED = gettext_noop(
    "The file is not in UTF-8: it was read as Windows-1252. Look at letters such as é."
)
TOO_MANY = gettext_noop("The document holds more than 200,000 words: divide it.")
TOO_MANY_BLOCKS = gettext_noop(
    "The document holds more than 30,000 paragraphs, items and headings: divide it."
)
TOO_MUCH = gettext_noop(
    "The document takes more memory to read than there is: divide it, or save it "
    "without its pictures."
)


def answer(kind, data):
    """Return the lines of bytes that are written back."""
    try:
        document = read(kind, data)
        for part in PARTED:
            document = part(document)
        if sum(1 for _block in walk(document.blocks)) > MOST_BLOCKS:
            raise Refusal(TOO_MANY_BLOCKS)
        sizes = [len(picture.data) for picture in document.pictures]
        head = json.dumps({"document": document.to_json(), "sizes": sizes}).encode()
        # A word and what parts it from the next one are two signs: most need no count.
        if len(head) > 2 * MOST_WORDS and _words_in(document) > MOST_WORDS:
            raise Refusal(TOO_MANY)
        return [head, *(picture.data for picture in document.pictures)]
    except Refusal as refusal:
        head = {"refusal": refusal.sentence, "values": refusal.values}
    except MemoryError:
        head = {"refusal": TOO_MUCH, "values": {}}
    except RecursionError:
        head = {"refusal": TOO_DEEP, "values": {}}
    return [json.dumps(head).encode()]


def _words_in(document):
    return len(words_of("\n".join(texts_in(document.blocks))))


def main():
    gc.disable()  # a third of the time of a Word file, for trees that live to the end
    # While files may be written: Python keeps what it compiles.
    reader_of(sys.argv[1])
    data = sys.stdin.buffer.read()
    limit()
    sys.addaudithook(forbid)
    head, *pictures = answer(sys.argv[1], data)
    out = sys.stdout.buffer
    out.write(head + b"\n")
    for picture in pictures:
        out.write(picture)
    out.flush()
    os._exit(0)  # not to free all objects one by one
