"""List the English words by which numbers are read, counted and named."""

UNITS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    "fifteen|sixteen|seventeen|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
VALUES = {word: n for n, word in enumerate(UNITS.split("|"), 1)}
VALUES |= {
    word: n for n, word in zip(range(20, 100, 10), _TENS.split("|"), strict=True)
}
SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
SCALES |= {"trillion": 10**12}
SMALL = rf"(?:(?:{_TENS})(?:[- ](?:{UNITS}))?|{UNITS})"
_SCALE = "|".join(SCALES)
NUMBER_WORD = rf"{SMALL}(?:[- ](?:{_SCALE}))*"

N = rf"(?:\d+(?:[.,]\d+)*|{NUMBER_WORD}|hundred|thousand)"
TIME = r"(?:year|month|week|day|hour|night|shift|minute|second)"
PERCENT = r"(?:%|percent\b|per cent\b)"
PEOPLE = (
    "people|men|women|children|staff|employees|persons|pupils|police|aircraft|cattle|"
    "sheep|fish|personnel"
)
# Verbs end in -s like the plural of a noun.
VERBS = (
    "means|says|goes|does|comes|takes|gets|gives|makes|works|starts|ends|needs|opens|"
    "stops|leaves|helps|this|thus|always|perhaps|sometimes|besides|afterwards|whereas|"
    "unless|across|towards|times|plus|minus|versus|points|pixels|bits|bytes|"
    "degrees|runs|hires|pays|asks|looks|seems|becomes|remains|stands|applies|"
    "process|business|access|less|class|press|stress|success|address|uses|covers"
)
UNIT_NOUNS = (
    "seconds|minutes|hours|days|weeks|months|years|nights|miles|metres|meters|feet|"
    "inches|pages|words|characters|letters|lines|columns|slides|volts|amps|watts|"
    "degrees|steps|points|pixels|marks|times|tips|ways"
)
_ADJECTIVE = (
    r"(?:(?:more|new|other|extra|additional|different|open|further|full-time|young|"
    r"[a-z]{2,}(?:ed|al|ic|ive|ian)) )?"
)
PLURAL_NOUN = rf"{_ADJECTIVE}(?!(?:{VERBS})\b)(?:[a-z-]{{3,}}(?<![sui])s\b|{PEOPLE}\b)"
# Words that stand before any number: what follows them is no name with a number.
_FUNCTION = """
about above after all almost an and another approximately are around as asked at
average before below beneath between but by charge each employs exceeds every
exactly fewer for from get gets had has have in is just less more most nearly
needs of on only or over paid pay pays receive roughly some still than the their
these those to under up was were will with within you we they it its our your a
"""
FUNCTION = frozenset(_FUNCTION.split())
# Nouns whose number is a name: bus 43, port 443. None of them is a verb as well.
_LABELS = """
act annex appendix article band bed bus day grade lesson level module page phase
round scene stage step unit week chapter clause door exit extension footnote gate lane
paragraph platform port regulation room route section serial tram verse zip
"""
LABELS = frozenset(_LABELS.split())
# Places in capitals are no names of norms: in the US 40 states.
PLACES = frozenset(["EU", "UAE", "UK", "UN", "US", "USA"])
