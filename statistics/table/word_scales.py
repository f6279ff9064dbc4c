"""List scales of words: levels from junior to lead, degrees, how often, how content.

Each scale is one text to translate: its steps from low to high, separated by
semicolons, and the words for a step by commas.
"""

from functools import lru_cache

from django.utils import translation
from django.utils.translation import pgettext_lazy

from careerguide.languages.folding import fold_case

from .vocabulary import words_of

LEVELS = [
    pgettext_lazy(
        "steps of a scale; their words, separated by commas",
        "intern, trainee, apprentice, student; junior, entry, graduate, starter, "
        "associate, early career; mid, middle, intermediate, regular, mid career; "
        "senior, experienced, late career; staff; lead, team lead; principal; manager; "
        "head; director; vp, vice president; executive, c, chief",
    ),
    pgettext_lazy(
        "steps of a scale; their words, separated by commas",
        "none, no qualifications, no formal education, no schooling; primary, "
        "primary school; lower secondary; secondary, high school, gcse, "
        "secondary school, high school diploma; upper secondary, a, a levels; "
        "some college, vocational, vocational training, certificate, diploma, "
        "apprenticeship; associate, associate's, associates, foundation; bachelor, "
        "bachelor's, bachelors, undergraduate, ba, bsc, college; postgraduate, master, "
        "master's, masters, ma, msc, mba; doctorate, doctoral, doctor, phd, ph.d, "
        "ph.d., doctor's, professional",
    ),
    pgettext_lazy(
        "steps of a scale; their words, separated by commas",
        "none, no; very low, lowest; low, lower; lower middle; medium, middle, "
        "moderate, average, mid; upper middle; high, higher; very high, highest",
    ),
    pgettext_lazy(
        "steps of a scale; their words, separated by commas",
        "extra small, xs, micro; small, s; medium, m, medium sized; large, l; "
        "extra large, xl, very large; xxl",
    ),
    pgettext_lazy(
        "steps of a scale; their words, separated by commas",
        "novice, beginner, basic, elementary, foundation; intermediate, competent; "
        "upper intermediate; advanced, proficient; fluent, expert, master; native",
    ),
    pgettext_lazy(
        "steps of a scale; their words, separated by commas",
        "a1; a2; b1; b2; c1; c2",
    ),
    pgettext_lazy(
        "steps of a scale; their words, separated by commas",
        "bronze; silver; gold; platinum",
    ),
]

# They are given in either direction: from good to bad as well.
ANSWERS = [
    pgettext_lazy(
        "steps of a scale; their words, separated by commas",
        "strongly agree, completely agree, fully agree; agree, mostly agree; "
        "somewhat agree, slightly agree, tend to agree; neutral, neither, undecided, "
        "neither agree nor disagree; somewhat disagree, slightly disagree, "
        "tend to disagree; disagree, mostly disagree; strongly disagree, "
        "completely disagree, fully disagree",
    ),
    pgettext_lazy(
        "steps of a scale; their words, separated by commas",
        "completely satisfied, extremely satisfied; very satisfied, highly satisfied, "
        "very content, very happy; satisfied, content, happy; somewhat satisfied, "
        "fairly satisfied, moderately satisfied, fairly content, fairly happy; "
        "neutral, neither, neither satisfied nor dissatisfied; somewhat dissatisfied, "
        "fairly dissatisfied, moderately dissatisfied, fairly unhappy; dissatisfied, "
        "unsatisfied, discontent, unhappy; very dissatisfied, highly dissatisfied, "
        "very unsatisfied, very discontent, very unhappy; extremely dissatisfied, "
        "completely dissatisfied",
    ),
    pgettext_lazy(
        "steps of a scale; their words, separated by commas",
        "excellent, outstanding; very good; good; fair, average, satisfactory, ok; "
        "poor, bad, inadequate; very poor, very bad",
    ),
    pgettext_lazy(
        "steps of a scale; their words, separated by commas",
        "always; almost always; very often; usually, mostly; often, frequently; "
        "sometimes, occasionally; rarely, seldom; almost never, hardly ever; never",
    ),
    pgettext_lazy(
        "steps of a scale; their words, separated by commas",
        "several times a day; daily, every day; several times a week; weekly, "
        "every week, once a week; monthly, every month, once a month; quarterly; "
        "yearly, annually, once a year; less often; never",
    ),
    pgettext_lazy(
        "steps of a scale; their words, separated by commas",
        "very likely, extremely likely; likely, somewhat likely, fairly likely; "
        "neutral, neither, neither likely nor unlikely; unlikely, somewhat unlikely, "
        "fairly unlikely; very unlikely, extremely unlikely",
    ),
    pgettext_lazy(
        "steps of a scale; their words, separated by commas",
        "much better, greatly improved; better, a little better, improved; the same, "
        "about the same, no change, unchanged; worse, a little worse; much worse",
    ),
    pgettext_lazy(
        "steps of a scale; their words, separated by commas",
        "a great deal, a lot; a fair amount, some; a little, not very much; none, "
        "none at all, not at all, nothing",
    ),
    pgettext_lazy(
        "steps of a scale; their words, separated by commas",
        "extremely, completely; very, highly; fairly, quite, moderately; somewhat; "
        "slightly, a little; not very, not so, not particularly; not at all",
    ),
    pgettext_lazy(
        "steps of a scale; their words, separated by commas",
        "early morning; morning; midday, noon; afternoon; evening; night",
    ),
]
LEFT_OUT = pgettext_lazy(
    "words, separated by commas",
    "level, levels, degree, degrees, qualification, qualifications",
)


def level_places(labels):
    return _places(labels, LEVELS)


def answer_places(labels):
    return _places(labels, ANSWERS)


def _places(labels, scales):
    plain = [_plain(label) for label in labels]
    shorter = _without_shared_end(plain)
    for scale in scales:
        steps = _steps(str(scale)) | _steps(_english(scale))
        for texts in (plain, shorter):
            places = [steps.get(text) for text in texts]
            if None not in places and len(set(places)) > 1:
                return places
    return None


def _plain(label):
    words = label.replace("-", " ").replace("’", "'").split()
    kept = [word for word in words if word not in words_of(LEFT_OUT)]
    return " ".join(kept or words)


def _without_shared_end(labels):
    """What is left where all end alike: junior engineer, senior engineer."""
    while len({label.rpartition(" ")[2] for label in labels}) == 1 and all(
        " " in label for label in labels
    ):
        labels = [label.rpartition(" ")[0] for label in labels]
    return labels


def _english(scale):
    with translation.override("en"):
        return str(scale)


def _plain_words(step):
    words = (
        " ".join(fold_case(word).replace("-", " ").split()) for word in step.split(",")
    )
    return [word for word in words if word]


@lru_cache(maxsize=256)
def _steps(text):
    return {
        word: number
        for number, step in enumerate(text.split(";"))
        for word in _plain_words(step)
    }
