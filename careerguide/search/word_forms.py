"""Join forms of English words that Snowball keeps apart, and part those that it joins.

A form is taken for another one before it is stemmed, in the index and in the query.
Forms that are a word of their own as well are left alone: “left” is a side, “saw” a
tool, “mean” an average, and a “programme” is no code.
"""

import re

# The form that is stemmed, and those that are taken for it.
IRREGULAR = """
    a an
    become became | begin began begun | break broke broken | bring brought | build built
    buy bought | catch caught | choose chose chosen | come came | deal dealt
    draw drew drawn | drive drove driven | eat ate eaten | feed fed | fight fought
    find found | fly flew flown | forget forgot forgotten | give gave given
    go went gone | grow grew grown | hold held | keep kept | know knew known
    lay laid | learn learnt | lend lent | lose lost | make made | meet met | pay paid
    ride ridden | rise risen | run ran | say said | seek sought | sell sold | send sent
    show shown | sing sang sung | sleep slept | speak spoken | spend spent | stand stood
    steal stolen | swim swam swum | take took taken | teach taught teacher teachers
    tell told | think thought | throw threw thrown | understand understood
    wear worn | withdraw withdrew withdrawn | write wrote written

    woman women womens | man men mens | child children childrens | person people
    foot feet | tooth teeth | wife wives | shelf shelves | knife knives
    loaf loaves | criterion criteria | phenomenon phenomena | curriculum curricula
    thesis theses | crisis crises | hypothesis hypotheses
    hard harder hardest | easy easier easiest | high higher highest | low lower lowest
    cheap cheaper cheapest | big bigger biggest | large larger largest
    fast faster fastest | quick quicker quickest | long longer longest
    short shorter shortest | small smaller smallest | tough tougher toughest
    strong stronger strongest | safe safer safest | happy happier happiest
    busy busier busiest | rich richer richest | dear dearer dearest
    old older oldest | young younger youngest
    satisfaction satisfy satisfies satisfied satisfying satisfactory
    dissatisfaction dissatisfied | program programmer programmers | cv cvs

    science scientist scientists | physics physicist physicists
    chemistry chemist chemists | economics economist economists
    journalism journalist journalists | therapy therapist therapists
    pharmacy pharmacist pharmacists | psychiatry psychiatrist psychiatrists
    dentistry dentist dentists | analyse analyst analysts
    forestry forester foresters | carpentry carpenter carpenters
    joinery joiner joiners | masonry mason masons | plumbing plumber plumbers
    bakery bakeries baker bakers | brewery breweries brewer brewers
    butchery butcher butchers | farm farmer farmers
"""
# American spelling and British, where no rule says it.
SPELLING = """
    license licence licences | defense defence | offense offence | pretense pretence
    practice practise practised practising practises | catalog catalogue catalogues
    dialog dialogue | analog analogue | gray grey | plow plough | airplane aeroplane
    aluminum aluminium | jewelry jewellery | judgment judgement
    acknowledgment acknowledgement | artifact artefact | skeptic sceptic
    inquiry enquiry enquiries | adviser advisor advisors | installment instalment
    skillful skilful | willful wilful | maneuver manoeuvre | draftsman draughtsman
    draftsperson draughtsperson draughtspeople | archeology archaeology
"""
# Words whose stem is that of another word: a doctorate has no patients, and whoever has
# experience has made no experiment. Each row has a token of its own.
APART = """
    doctorate doctorates doctoral | engine engines | experiment experiments
    important importance | marketing marketer | customer customers | officer officers
    opera operas | physical physically | authority authorities | business businesses
    personal personally | publication publications | positive positively
    competence competences competency competencies competent | careful carefully
    openings | morale
"""
RULES = (  # of spelling, and of endings
    (r"(?<=\w\w\w[iy])z(?=(?:e|ed|er|ers|es|ing|ation|ations|ational|able)$)", "s"),
    (
        r"^(arb|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|"
        r"lab|misdemean|neighb|od|parl|rig|rum|sav|savi|splend|tum|val|vap|vig)our",
        r"\1or",
    ),
    (r"^(cent|theat|fib|calib|amphitheat|sab)re(?=s?$)", r"\1er"),
    (
        r"^(travel|model|label|cancel|channel|fuel|signal|jewel|counsel|panel|tunnel)l"
        r"(?=(?:ed|er|ers|ing|ings|or|ors)$)",
        r"\1",
    ),
    (r"^(p|orthop|encyclop)aed", r"\1ed"),
    (r"^(an|kin)aesth", r"\1esth"),
    (r"^gynaec", "gynec"),
    (r"^haem(?=at|o)", "hem"),
    (r"(?<=olog)ists?$", "y"),  # who does it, and the work: as those of the last rows
    (r"lysis$", "lyse"),
    (r"(?<=\w\w\wif)(?:y|ies|ied|ying)$", "ication"),
    (r"(?<=ograph)y$", ""),
    (r"^([bcdfghj-np-tv-xz]{3,5})s$", r"\1"),  # PhDs, CNNs
)


def _first_of_rows(text):
    """{word: the first of its row}"""
    rows = (row.split() for row in re.split(r"[|\n]", text))
    return {word: row[0] for row in rows for word in row}


# {word: its token}
TOKENS = _first_of_rows(APART)
_FORMS = _first_of_rows(IRREGULAR + SPELLING)
_RULES = [(re.compile(pattern), to) for pattern, to in RULES]


def common_form(word):
    """Return the form of a folded word that is to be stemmed, or the word itself."""
    if word in _FORMS:
        return _FORMS[word]
    for pattern, to in _RULES:
        word = pattern.sub(to, word)
    return word
