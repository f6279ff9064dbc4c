"""Know by English words what makes a number a claim, and what makes it a name.

Each pattern is a general rule of the language. A language without such a file has the
rules that signs alone decide: percent, currencies, scales and thousands.
"""

import re

from . import english_general as general  # noqa: F401, all are asked of this module
from . import english_measured as measured  # noqa: F401
from . import english_parts as parts  # noqa: F401
from .english_numerals import numbers_in_words, value_of  # noqa: F401
from .english_vocabulary import (  # noqa: F401, all are asked of this module
    FUNCTION,
    LABELS,
    PERCENT,
    PLACES,
    PLURAL_NOUN,
    UNIT_NOUNS,
    VERBS,
    N,
)
from .english_worded import COUNT, FRACTION, WORDED  # noqa: F401, too

LANGUAGE = "en"


PLURAL = re.compile(rf"\s+{PLURAL_NOUN}")
PLURAL_BUT_UNITS = re.compile(rf"\s+(?!(?:{UNIT_NOUNS})\b){PLURAL_NOUN}")

# What follows a number, and makes it a claim.
RATE = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}?(?:(?:an?|per|each|every)\s+|/\s?)"
    r"(?:year|month|week|day|hour|minute|second|shift|night|season|term|decade|person|head|"
    r"post|place|vacancy)\b"
)
WORKED = re.compile(r"\bwork(?:s|ed|ing)?\s+(?:for\s+)?$")
HOURS_A_WEEK = re.compile(r"\s+hours?\s+(?:an?|per|each|every)\s+(?:week|day|month)\b")
LONG_NOUN = re.compile(rf"\s+(?!(?:{VERBS}|counts)\b)[a-z]{{4,}}\b")
TIMES = re.compile(
    r"\s+times\s+(?:as|more|what|the|that|higher|larger|bigger|greater|less|faster|"
    r"likelier|better|over|their|its|his|her)\b"
)
SMALL_MONEY = re.compile(
    r"\s?(?:cents?|pence|pennies|pounds|francs|crowns|bucks|grand|quid|pc|pp|"
    r"percentage points?)\b"
)
COMPOUND = re.compile(rf"-[a-z]+ {PLURAL_NOUN}")
NAMED_RULE = re.compile(
    r"(?:-[a-z]+)?[- ](?:rule|law|principle|method|test|effect|myth|club|challenge)"
    r"s?\b",
    re.I,
)
SURE = re.compile(
    rf"\s?{PERCENT}(?!\s+(?:of|by|in|at|more|less|higher|lower|up|on)\b)"
    r"[\s-]+[a-z]+|\s?%"
)

# What a sentence says of the numbers in it.
STATISTICAL = re.compile(
    r"\b(?:on average|averages?|averag(?:ed|ing)|medians?|typical(?:ly)?|"
    r"the mean|mean (?:age|pay|salary|wage|score|time|length|number))\b",
    re.I,
)
BEFORE_CHANGE = re.compile(
    r"\b(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grown|grows?|"
    r"climb(?:s|ed)?|drop(?:s|ped)?|increas(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|"
    r"declin(?:e[sd]?|ing)|shr(?:a|u|i)nk|expand(?:s|ed)?|jump(?:s|ed)?|"
    r"gain(?:s|ed)|lost)\s+(?:by\s+|to\s+|from\s+)?"
    r"(?:[-−]?\d[\d.,]*\s+(?:to|from)\s+)?$",
    re.I,
)
BEFORE_DURATION = re.compile(
    r"\b(?:takes?|took|(?<!the )(?<!our )(?<!its )(?<!his )lasts?|lasted|"
    r"(?:requires?|required|needs?|asks? for|expects?|demands?|spends?|spent)|"
    r"(?:train|study|studies|stud(?:y|ied)|trained|"
    r"works?|worked|studying|training) (?:for|lasts?)|course of)\s+"
    r"(?:about |around |up to |at least |some |nearly |over |only )?"
    rf"(?:{N}\s+(?:to|or)\s+)?$",
    re.I,
)
DURATION = re.compile(r"\s+(?:years|months|weeks)\b")
RANGE_OF_TIME = re.compile(
    r"\s?(?:[–—-]|to|or)\s?\d+[+]?[\s-](?:years?|months?|weeks?|hours)\b(?! old\b)",
    re.I,
)
PER = re.compile(r"\s+(?!times\b)[a-z-]+\s+per\s+[a-z]{3,}")
BEFORE_TYPICAL = re.compile(r"\b(?:typical|average|usual|median)\s+$", re.I)
BEFORE_EXTREME = re.compile(
    r"\b(?:high|low|peak|maximum|minimum|record|average|total|rate|ratio|score|rise|fall|drop|"
    r"gain|increase|decrease|gap|lead)\s+of\s+"
    r"(?:about |around |some |over |nearly )?$"
)
A_PART = re.compile(r"\s+of\s+(?:all|the|those|these|every)\b")  # 0.38 of all
BEFORE_HEDGE = re.compile(
    r"\b(?:about|around|roughly|approximately|nearly|almost|some|up to|more than|"
    r"fewer than|less than|between \d{1,6} and|as many as|"
    r"at least|over|only|estimated)\s+$",
    re.I,
)
# What stands before a number and makes it no claim.
BEFORE_ORDER = re.compile(
    r"\b(?:first|last|next|top|past|previous|final|every|within|a|an|step|page)\s+$",
    re.I,
)
BEFORE_A_CALL = re.compile(
    r"\b(?:call|dial|ring|phone|telephone|fax|text|reached (?:on|at)|extension|ext|"
    r"tel|hotline|helpline)"
    r"\b[^.;!?\n]{0,60}$",
    re.I,
)
BEFORE_A_YEAR = re.compile(
    r"\b(?:in|of|since|the|by|from|until|till|to|between|and|early|late|mid|class|"
    r"before|after|during|for|spring|summer|autumn|fall|winter|around)\s+$",
    re.I,
)
BEFORE_A_WHOLE = re.compile(r"\b(?:to|by|at|reach(?:e[sd])?|over|is|was)\s+$", re.I)
BEFORE_A_TIME = re.compile(
    r"(?<!\w )(?:\b(?:until|till|from|before|after|around)\s+"
    r"|(?:^|[.,;:!?]\s|\band\s|\bcalls?\s|"
    r"\b(?:opens?|closes?|starts?|begins?|ends?|leaves?|arrives?|meets?)\s)at\s+)$",
    re.I,
)
TIME_OF_DAY = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
GIVEN = re.compile(r"\b(?:giv(?:e|es|en|ing)|gave)\s+$", re.I)
