"""Split what somebody looks for into words, without quotation marks around them."""

import re

_QUOTES = '"“”„‟«»‹›〝〞「」『』″‶'
_APOSTROPHES = "'`‘’‚‛′"
_WORD = re.compile(rf"(?<!\S)[{_QUOTES}]([^{_QUOTES}]+)[{_QUOTES}](?!\w)[^\w\s]*|(\S+)")


def search_words(text):
    """Return the words of a search in their order.

    Those in quotation marks stay together.
    """
    found = [
        " ".join(quoted.split()) or word.strip(_QUOTES + _APOSTROPHES)
        for quoted, word in _WORD.findall(text)
    ]
    return [word for word in found if word]
