"""Offer words of the index that are like those of a query which found nothing."""

from django.conf import settings

from . import vocabulary
from .query import parse

MOST_TERMS = 4  # of a query, that are looked up
MOST = 6
BEGIN = 4  # letters that a word has in common with one that is not like it otherwise


def nearest_words(text):
    """Return at most `MOST` words, the likeliest first."""
    terms = [t for t in parse(text, settings.LANGUAGE_CODE).terms if t.word]
    words = []
    for term in [t for t in terms if not t.is_stop_word][:MOST_TERMS]:
        token = term.tokens[0]
        found = vocabulary.nearest(token.word, token.text)
        if not found and len(token.word) >= BEGIN:
            found = vocabulary.begun(token.word[:BEGIN])[:3]
        words += [one.word for one in found if one.word != token.word]
    return list(dict.fromkeys(words))[:MOST]
