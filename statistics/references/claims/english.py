"""Know by English words what makes a number a claim, and what makes it a name.

Each pattern is a general rule of the language. A language without such a file has the
rules that signs alone decide: percent, currencies, scales and thousands.
"""

import re

LANGUAGE = "en"

_UNITS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    "fifteen|sixteen|seventeen|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
VALUES = {word: n for n, word in enumerate(_UNITS.split("|"), 1)}
VALUES |= {
    word: n for n, word in zip(range(20, 100, 10), _TENS.split("|"), strict=True)
}
SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
SCALES |= {"trillion": 10**12}
_SMALL = rf"(?:(?:{_TENS})(?:[- ](?:{_UNITS}))?|{_UNITS})"
_SCALE = "|".join(SCALES)
NUMBER_WORD = rf"{_SMALL}(?:[- ](?:{_SCALE}))*"

_N = rf"(?:\d+(?:[.,]\d+)*|{NUMBER_WORD})"
_TIME = r"(?:year|month|week|day|hour|night|shift|minute|second)"
_PERCENT = r"(?:%|percent\b|per cent\b)"
PEOPLE = "people|men|women|children|staff|employees|persons|pupils|police"
# Verbs end in -s like the plural of a noun.
_VERBS = (
    "means|says|goes|does|comes|takes|gets|gives|makes|works|starts|ends|needs|opens|"
    "stops|leaves|helps|this|thus|always|perhaps|sometimes|besides|afterwards|whereas|"
    "unless|across|towards|times|plus|minus|versus|points|pixels|bits|bytes|"
    "degrees|runs|hires|pays|asks|looks|seems|becomes|remains|stands|applies|"
    "process|business|access|less|class|press|stress|success|address|uses|covers"
)
_UNIT_NOUNS = (
    "seconds|minutes|hours|days|weeks|months|years|nights|miles|metres|meters|feet|"
    "inches|pages|words|characters|letters|lines|columns|slides|volts|amps|watts|"
    "degrees|steps|points|pixels|marks|tips|ways"
)
_ADJECTIVE = (
    r"(?:(?:more|new|other|extra|additional|different|open|further|full-time|young|"
    r"[a-z]{2,}(?:ed|al|ic|ive|ian)) )?"
)
_PLURAL = rf"{_ADJECTIVE}(?!(?:{_VERBS})\b)(?:[a-z-]{{3,}}(?<![sui])s\b|{PEOPLE}\b)"
PLURAL = re.compile(rf"\s+{_PLURAL}")
PLURAL_BUT_UNITS = re.compile(rf"\s+(?!(?:{_UNIT_NOUNS})\b){_PLURAL}")

# What follows a number, and makes it a claim.
RATE = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}?(?:(?:an?|per|each|every)\s+|/\s?)"
    r"(?:year|month|week|day|hour|shift|night|decade|person|head|post|place|vacancy)\b"
)
HOURS_A_WEEK = re.compile(r"\s+hours?\s+(?:an?|per|each|every)\s+(?:week|day|month)\b")
LONG_NOUN = re.compile(r"\s+[a-z]{4,}\b")
TIMES = re.compile(
    r"\s+times\s+(?:as|more|what|the|that|higher|larger|bigger|greater|less|faster|"
    r"likelier|better|over|their|its|his|her)\b"
)
SMALL_MONEY = re.compile(r"\s?(?:cents?|pence|pennies|pounds|francs|crowns|bucks)\b")
COMPOUND = re.compile(rf"-[a-z]+ {_PLURAL}")
NAMED_RULE = re.compile(
    r"(?:[- ][a-z]+)?[- ](?:rule|law|principle|method|test|effect|myth|club|challenge)"
    r"s?\b",
    re.I,
)
SURE = re.compile(
    rf"\s?{_PERCENT}(?!\s+(?:of|by|in|at|more|less|higher|lower|up|on)\b)"
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
    r"\b(?:takes?|took|lasts?|lasted|(?:train|study|studies|stud(?:y|ied)|trained|"
    r"works?|worked|studying|training) (?:for|lasts?)|course of)\s+"
    r"(?:about |around |up to |at least |some |nearly |over |only )?"
    rf"(?:{_N}\s+(?:to|or)\s+)?$",
    re.I,
)
DURATION = re.compile(r"\s+(?:years|months|weeks)\b")
BEFORE_HEDGE = re.compile(
    r"\b(?:about|around|roughly|approximately|nearly|almost|some|up to|more than|"
    r"fewer than|less than|as many as|at least|over|only|estimated)\s+$",
    re.I,
)
# What stands before a number and makes it no claim.
BEFORE_ORDER = re.compile(
    r"\b(?:first|last|next|top|past|previous|final|every|within|a|an|step|page)\s+$",
    re.I,
)
BEFORE_A_CALL = re.compile(
    r"\b(?:call|dial|ring|phone|telephone|fax|text|extension|ext|tel|hotline|helpline)"
    r"\b[^.;!?\n]{0,60}$",
    re.I,
)
BEFORE_A_YEAR = re.compile(
    r"\b(?:in|of|since|the|by|from|until|till|to|between|and|early|late|mid|class|"
    r"before|after|during|for|spring|summer|autumn|fall|winter|around)\s+$",
    re.I,
)
BEFORE_A_WHOLE = re.compile(r"\b(?:to|by|at|reach(?:e[sd])?|over|is|was)\s+$", re.I)
GIVEN = re.compile(r"\b(?:giv(?:e|es|en|ing)|gave)\s+$", re.I)
# Words that stand before any number: what follows them is no name with a number.
_FUNCTION = """
about above after all almost an and another approximately are around as asked at
average before below beneath between but by charge each employs exceeds every
exactly fewer for from get gets had has have in is just less more most nearly
needs of on only or over paid pay pays receive roughly some still than the their
these those to under up was were will with within you we they it its our your a
"""
FUNCTION = frozenset(_FUNCTION.split())

# Numbers in words that are claims; the named group `claim` is what is written.
_ORDINAL = r"third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth"
_SOME = r"(?:an?|one)"
_A_BIT = (
    r"an?\s+(?:\w+\s+)?(?:hour|page|mile|day|second|turn|cup|inch|"
    r"chance|sentence)"
)
_OF = (
    rf"\s+of\s+(?!{_A_BIT}\b|an?\s+(?:million|billion)\b|it\b|me\b|"
    r"the (?:way|time|battle|night|hour|page|story)\b)"
)
_MANY = r"two|three|four|five|six|seven|eight|nine"
WORDED = re.compile(
    rf"""\b(?:
      (?P<percent>{NUMBER_WORD}\s+(?:percent|per\ cent|percentage\ points?)\b)
    | (?P<out>{_N}\s+(?:out\ of|in)\s+(?:every\s+)?{_N}\b(?!\s+(?:or|to)\b))
    | (?P<of>\d+\s+of\s+(?:every\s+)?\d+\b)
    | (?P<many>(?:{_MANY})[- ](?:{_ORDINAL})s\b
        (?!\s+of\s+(?:an?|the\ (?:way|time))\b))
    | (?P<one>{_SOME}\s+(?:{_ORDINAL}|half)(?={_OF}))
    | (?P<by>(?<=by\ ){_SOME}\s+(?:{_ORDINAL})\b(?!\s+[a-z]*s?\s*to\b))
    | (?P<half>half(?={_OF})
        | half\ (?:as\ (?:many|much)|(?:our|their|its|all|the)\ {_PLURAL}) )
    | (?P<hedged>(?:(?<=than\ )|(?<=nearly\ )|(?<=almost\ )|(?<=about\ )|(?<=over\ )
        |(?<=under\ )|(?<=around\ )|(?<=by\ ))half\b(?!\s+(?:an?|past|the)\b))
    | (?P<times>(?:{_UNITS})\ times(?=\s+(?:as|more|what|the|that|higher|larger|bigger|
        greater|likelier|their)\b))
    | (?P<twice>twice(?=\s+(?:as\s+(?:many|much|high|likely|large|big|often|long|well)
        |what|that|the\s+(?:pay|salary|number|average|rate|share|wage|size|median))\b))
    | (?P<multiple>(?:doubl|tripl|trebl|quadrupl)(?:ed|es)\b
        (?!\s+(?:down|up|over|as|back)\b)
        | halved\b | (?:double|triple)(?=\s+(?:the|that|what|their|its)\b) )
    | (?P<fold>(?:{_UNITS}|twelve|twenty|hundred|\d+)-?fold\b)
    | (?P<scaled>(?:half\ a|{_SMALL}(?:\ hundred)?)\ (?:thousand|million|billion|
        trillion)\b)
    | (?P<count>{_SMALL}\ hundred(?=\s+{_PLURAL}))
    )""",
    re.X | re.I,
)
# Counts in words from twenty on, and durations: they ask for what stands around them.
COUNT = re.compile(_N, re.I)
COUNTED = re.compile(rf"\b(?:{_SMALL})\b", re.I)
FRACTION = re.compile(r"(?<![\d/])\d/(?:[2-9]|10|20|100)(?=\s+of\s+(?!an?\b))")


def value_of(word):
    """Return a number of one or two words, such as twenty-five, or None."""
    parts = re.split(r"[\s-]+", word.lower())
    if not all(part in VALUES for part in parts):
        return None
    return sum(VALUES[part] for part in parts)
