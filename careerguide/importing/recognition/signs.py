"""List by what words the parts of a guide are known, in English and in German.

They are compared folded: “irrtumer” is “Irrtümer”.
"""

import re
from functools import lru_cache

from careerguide.languages.folding import fold

TAKEAWAYS = re.compile(
    r"(?:the )?(?:key (?:take-?aways?|points?|facts)|take-?aways|highlights|at a glance"
    r"|in (?:short|brief)|tl;?dr"
    r"|(?:das |die )?wichtigste[ns]?(?: punkte| erkenntnisse)?(?: in kurze)?"
    r"|(?:auf einen|im) (?:uber)?blick|kernaussagen|in kurze|kurz gefasst)",
)
SAYS_TAKEAWAYS = re.compile(r"(?i)take-?aways?\b")
MISCONCEPTIONS = re.compile(
    r".*\b(?:misconceptions?|myths?|irrtumer|irrtum|mythe?n?|mythos"
    r"|missverstandnisse|vorurteile)\b.*"
)
QUESTIONS = re.compile(
    r"(?:.*\b)?(?:faqs?|frequently asked questions|common questions"
    r"|questions (?:and|&) answers|q ?& ?a|haufig(?:e|e? gestellte) fragen"
    r"|fragen und antworten)(?:\b.*)?",
)
# A heading of these words alone, as “Questions to ask in an interview” is none.
LONE_QUESTIONS = re.compile(
    r"(?:your |more |other )?(?:questions|fragen)(?: answered)?"
)
# A question and its answer that say so of themselves: “Q: …” above “A: …”.
ASKED = re.compile(r"(?:q|question|frage)[ ]?\d{0,3}[ ]?[.:)]\s+(?=\S)", re.IGNORECASE)
ANSWERED = re.compile(
    r"(?:a|answer|antwort)[ ]?\d{0,3}[ ]?[.:)]\s+(?=\S)", re.IGNORECASE
)
# A belief and what is true, that say so of themselves: “Myth: …” above “Fact: …”. A
# number may follow where there is a mark before it.
_THEN = (
    r"[ ]?#?\d{0,3}(?:[ ]?[.:)–—-]\s+(?=[\"“„]?[A-ZÄÖÜ\d$€£])"
    r"|\s+(?=[\"“„]?[A-ZÄÖÜ]))"
)
SAYS_MYTH = re.compile(rf"(?i:myth|misconception|belief|mythos|irrtum){_THEN}")
SAYS_FACT = re.compile(rf"(?i:fact|truth|reality|fakt|tatsache|wahrheit){_THEN}")
CLOSING = re.compile(
    r"(?:conclusions?|summary|final thoughts|wrapping up|outlook"
    r"|fazit|schluss|zusammenfassung|ausblick)\b.*"
)
# A paragraph that tells a belief, and not what is true.
BELIEF = re.compile(
    r"\b(?:misconceptions?|myths?|(?:mis)?beliefs?|(?:people|many) think"
    r"|people believe|is often (?:said|believed)|misunderst\w+"
    r"|irrtum|irrtumer|missverstandnisse?|viele (?:denken|glauben|meinen))\b"
)
# One that announces several: the list below it is of beliefs, and of no facts.
BELIEFS = re.compile(
    r"\b(?:several|many|these|some of the|a number of)\b[^.]{0,40}"
    r"\b(?:misconceptions|myths|beliefs)\b"
)
PICTURE = re.compile(
    r"(?:image|picture|photo|screenshot|illustration|bild|foto) (?:of|von) .{1,120}"
    r"|\[(?:image|picture|photo|screenshot|illustration|bild|foto)\b[^\[\]]{0,200}\]"
)
PATH = re.compile(
    r"you are (?:here|currently viewing|viewing|reading)\b.*"
    r"|home\s*[/>»›|].*|skip to (?:main )?content|back to top"
)
# Who wrote a text, when, and how long it takes to read; what a program said with it.
BYLINE = re.compile(
    r".{0,100}\b\d{1,3}[ -]min(?:ute)?s?(?: read| reading time|\. lesezeit).{0,40}"
    r"|(?:by|von) [^.]{2,60}?\s*[·|•].{4,80}"
    r"|(?:last )?(?:published|updated|posted|veroffentlicht|aktualisiert)"
    r"(?: on| am)?:? [^.]{0,20}\b(?:19|20)\d\d"
)
# Who owns a text: the site has a foot of its own.
OWNER = re.compile(
    r"©.{1,150}|(?:copyright|\(c\)) (?:© ?|\(c\) )?(?:19|20)\d\d\b.{0,150}"
    r"|(?:(?:[^.!?]{0,60}(?:[,|·:-]|\b(?:19|20)\d\d)"
    r"|.{0,60}\b(?:co|corp|gmbh|inc|llc|ltd)\.?,?) ?)?"
    r"(?:all rights reserved|alle rechte vorbehalten)(?:[ .,|·-].{0,80})?"
)
CONTENTS = re.compile(
    r"(?:table of )?contents|on this page|in this (?:article|guide|chapter|document)"
    r"|what(?:’|')?s in this (?:article|guide)|inhalt|inhaltsverzeichnis"
    r"|(?:auf dieser|in diesem) (?:seite|artikel)"
)
CHAT = re.compile(
    r"(?:(?:sure|certainly|of course|absolutely|gern(?:e)?|naturlich)\b.{0,20})?"
    r"(?:here is|here's|here’s|hier ist) (?:the|your|a|der|dein|ein)\b.{0,200}"
)
# What stands at the edge of each page, and was copied with the text.
PAGE_NUMBER = re.compile(r"(?:page|seite|p\.) ?\d{1,4}(?: ?(?:of|von|/) ?\d{1,4})?")
RUNNING_TITLE = re.compile(
    r"\S.{0,80}\s{3,}(?:page|seite) \d{1,4}|(?:page|seite) \d{1,4}\s{3,}\S.{0,80}"
)
NUMBERED = re.compile(
    r"((?:table|figure|chart|no\.?|tabelle|abbildung)?\s*#?\d{1,3}\s*[.):–-]\s+)(?=\S)",
    re.IGNORECASE,
)
LONGEST_TITLE, LONGEST_QUESTION = 200, 200
LONGEST = 300  # of any such line


def is_one(pattern, text):
    """Return whether a whole line is one of these, whatever its case and colon."""
    return len(text) <= LONGEST and bool(pattern.fullmatch(_folded(text)))


@lru_cache(maxsize=100)  # as each line is held against several
def _folded(text):
    return fold(text).strip(" :.!*")


def names_questions(line):
    """Return whether a heading stands above questions, and is none itself."""
    named = is_one(QUESTIONS, line) or is_one(LONE_QUESTIONS, line)
    return named and not line.rstrip().endswith("?")


def same(one, other):
    return fold(one).strip(" .:!|-") == fold(other).strip(" .:!|-")
