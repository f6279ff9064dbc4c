"""Find numbers in English words that are claims, such as forty percent of nurses."""

import re

from .english_vocabulary import NUMBER_WORD, PLURAL_NOUN, SMALL, UNIT_NOUNS, UNITS, N

_ORDINAL = (
    r"third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth"
)
_SOME = r"(?:another|an?(?:\s+(?:full|good|mere|whole|solid))?|one)"
_A_BIT = (
    r"an?\s+(?:\w+\s+)?(?:hour|page|mile|day|second|turn|cup|inch|"
    r"chance|sentence)"
)
_OF = (
    rf"\s+of\s+(?!{_A_BIT}\b|an?\s+(?:million|billion)\b|it\b|me\b|"
    r"the (?:way|time|battle|night|hour|page|story)\b)"
)
_MORE = (
    r"more|less|fewer|higher|lower|larger|smaller|bigger|greater|longer|shorter|faster|"
    r"slower|cheaper|again"
)
_DAYS = (
    r"(?:day|night|week|month|quarter|year|hour|minute|time|one|shift|spring|summer|autumn|"
    r"winter|term|semester|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"weekend|morning|afternoon|evening|spring|line|page|row|sentence|word|counts?|"
    r"matters?|of|that|you|spent|is|was)\b"
)
_CHANGED = (
    r"(?=[.,;]|\s+(?:since|in|over|on|between|from|after|during|"
    r"last|this|compared|by)\b)"
)
_MEASURE = r"pay|salary|number|average|rate|share|wage|wages|size|median|price|cost"
_MANY = r"two|three|four|five|six|seven|eight|nine"
WORDED = re.compile(
    rf"""\b(?:
      (?P<percent>{NUMBER_WORD}\s+(?:percent|per\ cent|percentage\ points?)\b)
    | (?P<out>{N}\s+(?:out\ of|in)\s+(?:every\s+)?{N}\b(?!\s+(?:or|to)\b))
    | (?P<of>\d+\s+of\s+(?:every\s+|(?P<whole>the\s+))?\d+\b)
    | (?P<many>(?:{_MANY})[- ](?:{_ORDINAL})s\b
        (?!\s+of\s+(?:an?|the\ (?:way|time))\b))
    | (?P<one>{_SOME}\s+(?:{_ORDINAL}|half)(?={_OF}|\s+(?:{_MORE})\b)
        | one-(?:{_ORDINAL}|half)\b
        | one\ (?:{_ORDINAL}|half)(?=[.,;])
        | (?:(?<=\bup\ )|(?<=\bdown\ )|(?<=\bthan\ )|(?<=nearly\ )|(?<=almost\ )
            |(?<=roughly\ )|(?<=around\ )|(?<=about\ )){_SOME}\ (?:{_ORDINAL})
            {_CHANGED})
    | (?P<from>from\ {_SOME}\ (?:{_ORDINAL}|half)\ to\ (?:{_SOME}\ )?
        (?:{_ORDINAL}|half)\b)
    | (?P<every>every\s+(?:second|{_ORDINAL})\b(?=\s+(?!{_DAYS})[a-z]{{3,}}\b))
    | (?P<by>(?<=by\ ){_SOME}\s+(?:{_ORDINAL})\b(?!\s+[a-z]*s?\s*to\b))
    | (?P<half>(?<!first\ )(?<!second\ )(?<!other\ )(?<!last\ )half(?={_OF})
        | half\ (?:as\ [a-z]+(?=\s)|what\b|the\ (?:{_MEASURE})\b
            |(?:our|their|its|all|the)\ {PLURAL_NOUN}) )
    | (?P<hedged>(?:(?<=than\ )|(?<=nearly\ )|(?<=almost\ )|(?<=about\ )|(?<=over\ )
        |(?<=under\ )|(?<=around\ )|(?<=by\ ))half\b(?!\s+(?:an?|past|the)\b))
    | (?P<times>(?:{UNITS})\ times(?=\s+(?:as|more|what|the|that|higher|larger|bigger|
        greater|likelier|their)\b))
    | (?P<twice>(?:twice|thrice)(?=\s+(?:as\s+[a-z]+|what|that|the\s+(?:{_MEASURE}))\b))
    | (?P<multiple>(?:doubl|tripl|trebl|quadrupl)(?:ed|es)\b
        (?!\s+(?:down|up|over|as|back)\b)
        | halved\b
        | (?:(?<=\bwill\ )|(?<=\bcan\ )|(?<=\bmay\ )|(?<=\bcould\ )|(?<=\bto\ )
            |(?<=[a-z]{{3}}[^\Ws]s\ ))
          (?:double|triple|treble|quadruple|halve)s?(?=[.,;]
            |\s+(?:within|in|over|after|by|every|each|between|from|when|your|their|its|
            the|to)\b)
        | (?:doubles|triples|trebles|quadruples|halves)(?=[.,;]
            |\s+(?:within|in|over|after|by|every|each|between|from|when)\b)
        | (?:double|triple)(?=\s+(?:the|that|what|their|its)\b) )
    | (?P<fold>(?:{UNITS}|twelve|twenty|hundred|\d+)-?fold\b)
    | (?P<scaled>
        (?:half(?:[\ -]a)?|(?:a\ )?quarter(?:\ of\ a)?|{SMALL}(?:\ hundred)?)
        [\ -](?:thousand|million|billion|trillion)\b)
    | (?P<count>{SMALL}\ hundred(?=\s+{PLURAL_NOUN})
        | a\ (?:hundred|thousand|million|billion)(?=\s+
            (?!(?:thank|time|thing|way|word|reason|different|pardon|mile)s?\b)
            {PLURAL_NOUN}))
    | (?P<dozen>(?:an?|half\ a|{SMALL})\ dozen
        (?=\s+(?!(?:{UNIT_NOUNS}|things|reasons)\b){PLURAL_NOUN}))
    )""",
    re.X | re.I,
)
# Counts in words from twenty on, and durations: they ask for what stands around them.
COUNT = re.compile(N, re.I)
FRACTION = re.compile(r"(?<![\d/])\d/(?:[2-9]|10|20|100)(?=\s+of\s+(?!an?\b))")
