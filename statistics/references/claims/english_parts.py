"""Know by English words ranks, ratios, parts of many, and numbers without a value."""

import re

from .english_vocabulary import NUMBER_WORD, N

_ORDINAL = (
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|\d+(?:st|nd|rd|th))"
)
_SUPERLATIVE = (
    r"(?:(?:most|least|best|worst)[- ][a-z]+|"
    r"(?!(?:test|guest|quest|forest|interest|request|contest|west|rest|nest|protest|"
    r"arrest|harvest|chest|pest|vest|latest|crest|digest|suggest|invest)\b)[a-z]+est)\b"
)
RANK = re.compile(
    rf"\b(?:{_ORDINAL}[- ]{_SUPERLATIVE}"
    rf"|(?<=ranks )(?:as\ )?(?:only\ )?(?:the\ )?{_ORDINAL}\b"
    rf"|(?<=ranked )(?:as\ )?(?:only\ )?(?:the\ )?{_ORDINAL}\b"
    rf"|{_ORDINAL}\s+(?:year|month|quarter|time|season|week|decade)\s+"
    r"(?:in\s+a\s+row|running|in\s+succession)"
    r"|(?:(?<=ranks )|(?<=ranked )|(?<=ranked at )|(?<=ranks at ))number\ [a-z\d]+"
    r"|number\ (?:[a-z]+|\d+)\ (?:spot|place|rank|position)\b"
    rf"|{_ORDINAL}\s+(?:consecutive|successive|straight)\b)",
    re.I,
)
_TIME = r"years?|months?|weeks?|days?|hours?|minutes?|seconds?|times?|ways?"
# One nurse in twelve, nine firms of ten, sixteen of the seventeen; no idiom of one.
PART = re.compile(
    rf"\b(?:(?P<a>one)\s+(?!(?:{_TIME})\b)[a-z-]+\s+(?:in|of|out\s+of)\s+(?P<b>{N})"
    rf"|(?!one\b)(?P<c>{N})\s+(?:(?!(?:{_TIME})\b)(?:[a-z-]+\s)?[a-z-]+\s+"
    rf"(?:in|of|out\s+of)|of)\s+(?:the\s+(?:top\s+|largest\s+|biggest\s+)?|every\s+)?(?P<d>{N}))\b"
    rf"(?!\s+(?:{_TIME}|people\s+who|[A-Z])\b)",
    re.I,
)
RATIO = re.compile(
    r"(?:\b(?:ratio|odds)\b[^.!?;:\d]{0,50}?\s)(?P<ratio>\d+:\d+)\b"
    r"|(?P<split>\b\d+:\d+)(?=\s(?:split|ratio|mix)\b)"
)
AND_A_HALF = re.compile(
    rf"\b(?:(?:{NUMBER_WORD})[ -]and[ -]a[ -]half(?:[ -]times)?"
    r"|an?\s+(?:year|month|week|day|hour|million|billion)\s+and\s+a\s+half)\b",
    re.I,
)
_RATE = r"(?:an?|each|every|per)\s+(?:day|night|week|month|quarter|season|year)"
MANY = re.compile(
    r"\b(?:(?:tens|dozens|hundreds)\s+of\s+(?:thousands|millions|billions)\b"
    r"|(?:dozens|hundreds|thousands|millions)\s+(?=of\s+(?:[a-z-]+\s+){1,4}?"
    rf"{_RATE}\b))",
    re.I,
)
