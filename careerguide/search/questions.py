"""Read words by the question they stand in.

“How much does … make” asks for pay; “do you keep …” asks for the site itself.
"""

import re
from functools import lru_cache

from .stems import stem
from .tokens import Token

# Questions of a language: how they begin, what follows, and a word that means another.
QUESTIONS = {
    "en": [
        (
            ("how", "much"),
            {"can", "could", "did", "do", "does", "money", "will", "would"},
            {"make": "earn", "makes": "earn"},
        )
    ]
}


def meant(words, language):
    """Return {place: the `Token` that is meant} of the words of a question."""
    found = {}
    for begin, follows, meanings in QUESTIONS.get(language.partition("-")[0], ()):
        end = len(begin)
        if tuple(words[:end]) == begin and {*words[end : end + 1]} & follows:
            found |= {
                place: Token(stem(other, language), other)
                for place, word in enumerate(words)
                if (other := meanings.get(word))
            }
    return found


# Questions of the site, its pages and whoever makes it, as words apart by spaces.
OF_SITE = {
    "en": r"""
        (?:this|your|the) (?:site|website|web site|page|pages|guide|guides)
        | (?:about|contact|email|write to|tell) (?:us|you guys)
        | who (?:are you|is behind|made|makes|wrote|writes|runs|owns|edits|edited
            |publishes|published|created|creates|maintains)
        | (?:do|does|can|did|will|are|how long do|how do|what do) (?:you|i|we)
            (?:collect|collecting|keep|store|storing|track|tracking|save|share|sell
            |log|record|delete|publish|update|check|verify|sign in|log in|sign up
            |report|complain|register|subscribe|print|zoom|search this)
        | (?:about|on|from|of) me | my (?:data|details|feedback|comment|comments|ip
            |address|privacy|information|browser|screen|personal|visit|visits)
        | (?:numbers|figures|data|statistics|stats|content|information) (?:come|comes
            |came|are|is) (?:from|sourced|reliable|accurate|checked|old|true)
        | (?:on|of) (?:a|this|the|your) (?:page|site|website)
        | trust (?:these|the|this|your) | (?:an|my) account | last updated
    """,
}


@lru_cache(maxsize=8)
def _of_site(language):
    pattern = OF_SITE.get(language.partition("-")[0])
    if not pattern:
        return None
    words = re.sub(r"\s*\|\s*", "|", " ".join(pattern.split()))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def is_of_site(words, language):
    """Whether the words of a question ask for the site, and for no career."""
    pattern = _of_site(language)
    return bool(pattern and pattern.search(" ".join(words)))
