"""Know by English words whether a sentence speaks of things in general.

Neither to the reader, as instructions do, nor of one person, as stories do.
"""

import re

from .english_vocabulary import FUNCTION

PERSONAL = re.compile(
    r"\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Yy]ou|[Yy]ours?|[Ww]e|us|[Oo]urs?|[Hh]e|[Hh]im|"
    r"[Hh]is|[Ss]he|[Hh]ers?|[Ll]et[’']s)\b"
)
# Verbs by which a guide tells its readers what to do.
_TOLD = (
    "add|aim|allow|answer|apply|arrive|ask|attach|avoid|bake|be|begin|book|breathe|"
    "bring|budget|buy|call|check|choose|come|consider|count|cut|describe|divide|do|"
    "don[’']t|draw|drink|eat|expect|explain|fill|find|follow|get|give|glue|go|hand|"
    "have|hold|imagine|keep|learn|leave|let|lift|limit|list|look|mark|measure|meet|"
    "mix|multiply|never|note|open|pick|plan|practise|prepare|press|print|put|rate|"
    "read|remember|repeat|rest|save|say|see|send|set|show|sign|skip|sleep|spend|start|"
    "stay|stop|study|take|talk|tell|thank|think|train|try|turn|type|underline|upload|"
    "use|visit|wait|walk|watch|wear|write"
)
_IMPERATIVE = re.compile(
    rf"(?:[^\w]*|.{{0,40}}[,;:]\s+(?:and\s+|then\s+|but\s+)?)"
    rf"(?:please\s+|always\s+|never\s+|just\s+)?(?:{_TOLD})\b(?!,)",
    re.I,
)


def is_general(sentence):
    """Return whether a sentence speaks of things in general."""
    return not (PERSONAL.search(sentence) or _IMPERATIVE.match(sentence))


_NO_NOUN = re.compile(
    rf"(?:{_TOLD}|across|against|all|altogether|among|any|both|during|either|even|"
    r"further|hardly|hence|if|into|like|maybe|merely|neither|nor|not|now|often|one|per|"
    r"perhaps|plus|since|so|such|there|this|though|through|throughout|till|today|"
    r"towards|until|usually|versus|what|when|where|whereas|which|while|who|yet|"
    r"[a-z]+(?:ly|ing|ed|s))",
    re.I,
)


def is_a_noun(word, after):
    """Return whether a word before a number may name it: Grade 12, Boeing 747."""
    if after[:1] in ("-", "–"):
        return False
    return word.casefold() not in FUNCTION and not _NO_NOUN.fullmatch(word)
