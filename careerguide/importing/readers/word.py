"""Read a Word document: by mammoth, and whatever mammoth leaves out by its words."""

import io
from collections import Counter
from xml.parsers.expat import ExpatError

from mammoth import docx

from ..errors import Refusal, gettext_noop
from ..tree import PARAGRAPH, Block, Document, Span, numbered
from ..words import count, texts_in, words_of
from .builder import Builder
from .pictures import Pictures
from .word_elements import WordElements
from .word_styles import headings_of
from .word_texts import MAIN, Texts
from .word_xml import speed_up
from .zips import BROKEN, DAMAGED, Package

TOO_DEEP = gettext_noop(
    "Parts of this document stand in one another too deep to be read: save it anew "
    "from Word or Google Docs."
)

CHUNKS = gettext_noop(
    "Another document stands in this one, which Word joins to it when it is opened: "
    "open it in Word, and save it anew."
)


def read_word(data):
    """Return the `Document` of a .docx file; nothing outside of it is opened.

    Words that mammoth does not read are in it as blocks of their own: those of headers,
    footers and comments, and of shapes or formulas in the text.
    """
    texts, own_headings = Texts(), {}

    def see(name, root):
        texts.see(name, root)
        if root.tag.endswith("}styles"):
            own_headings.update(headings_of(root))

    speed_up(see)
    package = Package(data)
    pictures, messages = [], []

    def keep(image):
        try:
            with image.open() as file:
                content = file.read()
        except Exception as error:  # a part that is missing, or an address
            messages.append(str(error))
            content = b""
        pictures.append((image.content_type or "", content))
        return f"picture-{len(pictures)}"

    elements = WordElements(keep)
    try:
        result = docx.read(io.BytesIO(data), external_file_access=False)
        elements.headings = own_headings
        root = elements.root_of(result.value)
        found = Pictures(pictures)
        blocks = Builder(found).blocks_of(root)
        said_in = texts.read(package)
        if texts.has_chunks:
            raise Refusal(CHUNKS)
    except (ExpatError, SyntaxError):
        raise Refusal(DAMAGED) from None
    except RecursionError:
        raise Refusal(TOO_DEEP) from None
    except (ArithmeticError, AttributeError, *BROKEN) as error:
        raise Refusal(DAMAGED) from error
    unread = tuple(_unread(said_in, blocks))
    said = [message.message for message in result.messages] + elements.messages
    return Document(
        "word",
        numbered([*blocks, *unread]),
        found.found(),
        (*dict.fromkeys(said), *messages, *found.messages),
    )


def _unread(texts, blocks):
    """Yield a block for each text that is not in the tree, with the reason."""
    have, is_whole = Counter(), _is_whole(texts, blocks)
    if not is_whole:
        have = count(blocks)
    for role, paragraphs in texts:
        for text in paragraphs:
            if role == MAIN:
                text = "" if is_whole else " ".join(_missing(words_of(text), have))
            if text.strip():
                yield Block(PARAGRAPH, (Span(text),), role=role)


def _is_whole(texts, blocks):
    """Whether what stands in the parts of the text is in the tree, sign for sign.

    In the same order, as nearly always. Where it is not, words are counted.
    """
    main = [text for role, texts_of in texts if role == MAIN for text in texts_of]
    return _signs(main) == _signs(texts_in(blocks))


def _signs(texts):
    return "".join("".join(texts).split())


def _missing(words, have):
    """Yield the words of which there are no more, and take the others out of `have`."""
    for word in words:
        if have[word] > 0:
            have[word] -= 1
        else:
            yield word
