"""Read a Word document: by mammoth, and whatever mammoth leaves out by its words."""

import io
from xml.parsers.expat import ExpatError

import mammoth

from ..errors import Refusal, gettext_noop
from ..tree import PARAGRAPH, Block, Document, Span, numbered
from ..words import count, words_of
from .html import read_html
from .word_texts import MAIN, read_texts
from .word_xml import speed_up
from .zips import DAMAGED, Package

STYLES = """
p[style-name='Title'] => h1.document-title:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='HTML Preformatted'] => pre:separator('\\n')
p[style-name='Code'] => pre:separator('\\n')
p[style-name='Source Code'] => pre:separator('\\n')
r[style-name='Emphasis'] => em
r[style-name='HTML Code'] => code
r[style-name='Verbatim Char'] => code
"""
TOO_DEEP = gettext_noop(
    "Parts of this document stand in one another too deep to be read: save it anew "
    "from Word or Google Docs."
)


def read_word(data):
    """Return the `Document` of a .docx file; nothing outside of it is opened.

    Words that mammoth does not read are in it as blocks of their own: those of headers,
    footers and comments, and of shapes or formulas in the text.
    """
    speed_up()
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
        return {"src": f"picture-{len(pictures)}"}

    try:
        result = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=STYLES,
            convert_image=mammoth.images.img_element(keep),
            include_embedded_style_map=False,
            external_file_access=False,
        )
        texts = read_texts(package)
    except (ExpatError, SyntaxError):
        raise Refusal(DAMAGED) from None
    except RecursionError:
        raise Refusal(TOO_DEEP) from None
    except (ArithmeticError, AttributeError, LookupError, OSError, ValueError) as error:
        raise Refusal(DAMAGED) from error
    document = read_html(result.value, "word", pictures)
    unread = tuple(_unread(texts, document.blocks))
    said = dict.fromkeys(message.message for message in result.messages)
    return Document(
        "word",
        numbered([*document.blocks, *unread]),
        document.pictures,
        (*said, *messages),
    )


def _unread(texts, blocks):
    """Yield a block for each text that is not in the tree, with the reason."""
    have = count(blocks)
    for role, paragraphs in texts:
        for text in paragraphs:
            if role == MAIN:
                text = " ".join(_missing(words_of(text), have))
            if text.strip():
                yield Block(PARAGRAPH, (Span(text),), role=role)


def _missing(words, have):
    """Yield the words of which there are no more, and take the others out of `have`."""
    for word in words:
        if have[word] > 0:
            have[word] -= 1
        else:
            yield word
