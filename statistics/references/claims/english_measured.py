"""Know by English words that a small number was measured, ranked or set in a ratio.

Many a small number is a count of what follows. It is a claim where it measures time,
length or weight, tells an age, is what a rate or an average is said to be, or stands
for each of something; and only in a sentence that speaks of things in general, neither
to the reader nor of one person.
"""

import re

from .english_vocabulary import PLURAL_NOUN, UNIT_NOUNS, N

_UNIT = (
    r"seconds|minutes|hours|days|nights|weeks|months|years|semesters|terms|lessons|"
    r"miles|km|kilomet(?:re|er)s|met(?:re|er)s|feet|acres|hectares|kg|kilos|"
    r"kilograms?|tonnes|tons|litres|liters|kWh|MW"
)
_UP_TO = rf"(?:\s?(?:[–—-]|to|or)\s?{N})?"
# An amount by itself, and not before what it describes: a 10 ml syringe.
MEASURED = re.compile(
    rf"{_UP_TO}\s(?:[a-z]+\s)?(?:{_UNIT})"
    r"(?=[.,;:)]|$|[’']\s[a-z]|\s+(?:an?|after|and|are|as|at|before|between|by|each|every|for|from|if|"
    r"in|less|long|longer|more|of|on|or|over|per|spent|shorter|than|to|until|when|while|with|"
    r"without)\b)"
)
BEFORE_A_LIMIT = re.compile(
    r"\b(?:within|every|next|last|first|past|previous|in|the|these|those|other)\s+$",
    re.I,
)
_HEDGE = (
    r"(?:(?:about|around|roughly|some|only|just|nearly|almost|over|under|usually|often|"
    r"now|still|at|least|most|as|high|low|much|little|up|to|more|less|than)\s+){0,3}"
)
_MEASURE = (
    r"rates?|ratio|figures?|index|number of|share|scores?|ages?|averages?|median|"
    r"grade of|price|chances?|probability|odds|quota|total|pay|fees?|salary|salaries|"
    r"wages?|income|turnover|shortage|gap|staff|minimum|maximum|length|weight|mark|threshold|wait"
)
BEFORE_A_MEASURE = re.compile(
    rf"\b(?:{_MEASURE})\b(?:(?:(?!\s(?:is|are|was|were|has|have)\s)[^.!?;:\d])"
    r"{0,50}?\s(?:is|are|was|were|be|at|of|to|reach(?:ed|es)|numbers?|remain(?:s|ed)))?"
    r"\s+"
    rf"{_HEDGE}(?:{N}\s+(?:to|and)\s+)?$",
    re.I,
)
BEFORE_AN_AGE = re.compile(
    r"\b(?:(?:turns?|aged|(?:retires?|retired|retirement|start|begin|qualify|"
    r"peaks?)\s+(?:at|before|by|until))"
    r"|(?:those|people|women|men|everyone|anyone|[a-z]{4,}s)\s+(?:aged\s+)?"
    r"(?:under|over|above|below|older\s+than|younger\s+than)"
    r"|as\s+(?:young|old)\s+as"
    r"|(?:oldest|youngest)\b[^.!?;\d]{0,40}\s(?:is|was|at)"
    rf"|(?:highest|lowest|peak|earliest|latest)\b[^.!?;\d]{{0,25}}\sat)\s+{_HEDGE}$",
    re.I,
)
# So many for each: the one that counts, and what is counted.
FOR_EACH = re.compile(
    r"\s+(?:[a-z-]+\s+){1,3}?(?:per\s+\d|per\s+[a-z]{3,}|for\s+(?:each|every)\s+)"
    r"|\s+to\s+one\b"
)
BEFORE_FOR_EACH = re.compile(
    r"\bfor\s+(?:each|every)\s+(?:[a-z-]+\s+){1,3}?(?:there\s+(?:is|are|were|was)|"
    rf"comes?|has|have)\s+{_HEDGE}$|\bfactor\s+of\s+{_HEDGE}$",
    re.I,
)
# Letters of a scale after a number that no currency makes one: 55k, 2.3m people.
LETTER = re.compile(r"[kKmM]\b(?!-)")
BEFORE_THE = re.compile(
    r"\b(?:the|these|those|all|both|our|its|their|top|following|one of|"
    r"[a-z]+[’']s)\s+$",
    re.I,
)
# Counts of these say how something is built or told, and not what was counted.
_BUILT = (
    "answers|areas|aspects|books|boxes|cases|categories|chapters|choices|classes|"
    "columns|criteria|elements|examples|exercises|facts|factors|figures|forms|formats|"
    "forces|goals|groups|habits|headings|ideas|items|keys|kinds|laws|layers|letters|"
    "levels|lists|messages|methods|mistakes|models|modes|modules|myths|names|notes|"
    "numbers|ones|options|paragraphs|parts|paths|phases|phrases|pieces|pillars|principles|"
    "problems|processes|qualities|questions|reasons|references|roles|rounds|routes|"
    "rules|sections|senses|sentences|sides|skills|sorts|stages|standards|steps|stories|"
    "strands|tables|tasks|thanks|things|times|tips|tools|topics|traits|truths|types|"
    "cells|values|versions|volumes|ways|words"
)
# Up to two words before the plural: 42 certified lighthouse engineers.
SEVERAL = re.compile(
    rf"{_UP_TO}\s+(?:(?!(?:of|the|and|or|to|in|on|at|for|from|by|as|is|are|was|were|"
    r"who|that|which|with|when|a|an|has|have|had|it|they|will|can|may)\b)[a-z-]+\s+)"
    rf"{{0,2}}?(?!(?:{UNIT_NOUNS}|{_BUILT})\b){PLURAL_NOUN}"
)
# From so many to so many; so many of the whole; what must be at least so much.
BEFORE_THE_END = re.compile(
    rf"\b(?:up|down|cut|increase|decrease|growth|drop|fall|rise|change|shift)\s+from\s+{N}"
    r"(?:\s+[a-z]+)?\s+to\s+$",
    re.I,
)
BEFORE_OF_MANY = re.compile(
    rf"(?:^|[.!?;,]\s|\bOut\s|\bout\s|\n)[Oo]f\s+(?:the\s+|its\s+|all\s+|every\s+)?{N}\b[^.!?;]{{0,40}}?,\s+{_HEDGE}$"
    rf"|\b(?:some|most|many|[a-z]+est|best|(?:most|least|best|worst)\s+[a-z]+)\s+of\s+"
    r"(?:only|just|some|about|around|nearly|over)?\s*$"
)
BEFORE_A_BOUND = re.compile(
    r"\b(?:must|should|have to|has to|will|may|can)\s+(?:not\s+)?(?:be|have|weigh|lift|"
    r"hold|show|reach)\s+(?:at (?:least|most)|no (?:more|less|fewer) than|over|under|"
    r"up to)\s+$",
    re.I,
)
SIZE = re.compile(
    rf"{_UP_TO}\s?(?:cm|mm|m|km|kg|metres|meters|feet|inches|miles|"
    r"pages|hours|minutes|days|lines|words)\s+"
    r"(?:tall|long|high|deep|wide|heavy|thick)\b"
)
OFTEN = re.compile(
    r"\b(?:every|each|per)\s+(?:year|month|week|day|night|shift|season|winter|summer|"
    r"autumn|spring|term)\b",
    re.I,
)
BEFORE_A_SPAN = re.compile(r"\b(?:within|every)\s+$", re.I)
SPAN = re.compile(r"\s+(?:years|months|weeks)\b")
BEFORE_OFTEN = re.compile(r"(?:\bEvery|\b[Oo]nce every)\s+$")
BEFORE_PAST = re.compile(r"\b(?:past|last|next)\s+$", re.I)
# Of which every number was counted by somebody.
SURVEYED = re.compile(
    r"%|\b(?:per\s?cent|percentage|majority|surveys?|surveyed|respondents|polls?|polled|"
    r"statistics|study found|(?:grown|grew|fell|fallen|risen|rose) by)\b",
    re.I,
)
LONG_DAYS = re.compile(
    r"-hour\s+(?:days|shifts|weeks|workdays|workweeks)\b"
    r"|-(?:year|month|week)\s+(?:low|high|record)\b"
)
LISTED = re.compile(r"[^.!?;:\n]{0,60}:(?:\s|$)")  # three doors: a degree, …
BEFORE_A_GROUP = re.compile(r"\b(?:by|of)\s+$", re.I)  # founded by four friends
NAMED_BY_NUMBER = re.compile(r"\b\d{2,4}\s(?:is|means|stands for)\s")  # 500 is science
SHORT_LIMIT = re.compile(r"\s(?:days|hours|minutes|seconds)\b")  # after 90 days
AGES = re.compile(r"\s?(?:to|and|[–-])\s?\d")  # aged 25 to 34: a group's name
BEFORE_BY = re.compile(rf"\bby\s+{_HEDGE}$", re.I)
POINTS = re.compile(r"\s+points?\b")
BEFORE_FIRST = re.compile(r"\b(?:first|last|next|top)\s+$", re.I)
BEFORE_OF = re.compile(r"\b(?:an?|the|their|its)\s+[a-z]+\s+of\s+$", re.I)
