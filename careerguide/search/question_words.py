"""List how questions are asked, as words apart by spaces; of English so far.

Each is a regular expression of whole words: of folded words and of numbers as they are
typed. A language that is missing has no questions: its words are all there is.
"""

# Words that a question begins with, or a request for an explanation.
ASKING = {
    "en": "is|are|am|was|were|do|does|did|can|could|should|would|will|must|may|have|has"
    "|what|which|how|where|who|whom|whose|when|why|define|explain|describe"
}

# What ends in these names who does something, as careers are named.
PEOPLE = {"en": r"\w+(?:er|or|ist|ian)s?$|(?:expert|professional|architect|analyst)s?$"}

# In what question a word means another.
MEANT = {
    "en": (
        (
            r"^(?:how much (?:can|could|did|do|does|money|will|would)"
            r"|what (?:can|could|do|will|would) (?:i|you|we))",
            {"make": "earn", "makes": "earn"},
        ),
        (
            r"(?:most|more|fewest|region|continent|country|countries|world) .*\bjobs"
            r"|jobs .*(?:region|continent|country|countries|world|worldwide)",
            {"jobs": "posting"},
        ),
        (
            r"in it(?= (?:industry|sector|business|company|companies|jobs?)|$)"
            r"|the it (?:industry|sector|business|company|companies|jobs?)",
            {"it": "information technology"},
        ),
    )
}

# In what question a word may as well be another: whether a degree is needed, a page
# says of education; how big an industry is, of its market.
ALSO = {
    "en": (
        (
            r"^(?!.*(?:how many|share|percent|percentage|proportion|number)).*"
            r"\b(?:need|needed|needs|must|required?|requires|necessary|compulsory"
            r"|mandatory|obligatory|essential|without|no|dont have|never|instead of"
            r"|have to)",
            dict.fromkeys(
                ["degree", "degrees", "university", "college", "uni", "diploma"],
                "education",
            ),
        ),
        (
            r"(?:big|large|size|worth|value|valued|revenue|turnover|sales|spending|grow"
            r"|growing|growth) .*\b(?:industry|sector|business)"
            r"|(?:industry|sector|business) .*\b(?:size|worth|value|valued|revenue"
            r"|turnover|sales|spending|grow|growing|growth)",
            {"industry": "market", "sector": "market", "business": "market"},
        ),
    )
}

# The word after these is what is asked for, even one that says little elsewhere.
ASKED_FOR = {"en": r"(?:what|which)(?: (?:kinds?|types?|sorts?) of)? (\w+)"}

# Where that word says something, what ends the question only asks for it: “which tools
# do I need to know”.
FORMING = {
    "en": r"(?:what|which) (?:(?:kinds?|types?|sorts?) of )?\w+ .*?"
    r"(?:need to |have to )?(know|learn|have|master|study|understand)$"
}

# The same of what is named after these: “do I need to know how to cook”.
NAMED_AFTER = {
    "en": r"((?<=need to )know(?= (?:how to|the|an?|any|what|which|if) \w+)"
    r"|become(?= .*without)|open(?= to))"
}

# Words that change no question: “what exactly is a nurse”.
FILLERS = {"en": "exactly|actually|basically|please|even|in fact|precisely"}

# Words that mean the career at hand where something else is asked for: “in this job”.
OF_CAREER = {
    "en": r"(?:in|of|for|with|about|at|to|into|doing|do|on|is|does|leave|quit)"
    r" (?:this|the|that|such a)"
    r" (job|career|profession|occupation|field|role|work)"
}

# Words for the guide of a career as a whole, beside the name of a career, and for a
# file of it: “nursing guide”, “a career in nursing”, “nursing as PDF”.
OF_GUIDE = {
    "en": r"(epub|ebook|pdf|downloads?|(?:guides?|handbook|careers?|profession"
    r"|occupation)(?=$|\s(?:to|in|of|for|as|about)\s))"
}
FILES = {"en": "epub|ebook|pdf|downloads?"}

# What a sign between words says.
SIGNS = {"en": {"=": "same as", "≠": "difference"}}

# The number in these is somebody's age: no page needs to have just that one.
AGE = {"en": r"(?:i am|im|at|aged|over|under|turning|in \w+) (\d\ds?)"}

# What is asked, and by what words pages name the answer.
HINTS = {
    "en": (
        (
            r"need|needed|needs|have to|has to|must|without|cant|cannot|required?"
            r"|necessary|mandatory|able to|no|not have|dont have|havent|never|lack"
            r"|lacking|skip",
            "essential, required, need, must, without",
        ),
        (r"vs|versus|or|between", "difference, compared, same"),
        (
            r"(?:another|other|different|a fancy|fancy) (?:word|name|term)s? for"
            r"|identical|equals?|equivalent|synonym",
            "same, difference",
        ),
        (
            r"(?:is|are|do|does|can) .*(?:just|only|merely|really|nothing but)"
            r"|same (?:\w+ )?as|true|really",
            "misconception, myth",
        ),
        (r"how (?:big|large)", "size, market, worth"),
        (r"how (?:long|many (?:years|months|weeks))", "long, training, duration"),
        (
            r"(?:i am|im|at|aged|over|under|turning) \d\d|(?:years?|too) old|\d\ds",
            "age, late, old",
        ),
        (
            r"(?:what|which) .*(?:do|does|did|would|will|am|is|are|be) .*(?:do|doing)",
            "does, duty, task",
        ),
        (
            r"(?:whats?|explain|define|describe) (?:(?:is|are) )?an?"
            r"|(?:in|with) (?:simple|plain|other|few|easy|short|layman)"
            r" (?:words|terms|english|language)|means?|meaning|stands? for",
            "definition, meaning, role",
        ),
        (r"(?:what|how)s? .*like$", "day, work, does, satisfaction"),
        (r"who .*with|with whom?", "work with, team, alone, together"),
        (
            r"(?:un)?fair(?:ness)?|racis[mt]|sexis[mt]|bias(?:ed)?|discriminat\w+"
            r"|(?:im|un)?(?:moral|ethical)",
            "ethical, bias",
        ),
        (
            r"new (?:\w+ ){0,3}(?:companies|firms|businesses|company|firm|business)",
            "startup",
        ),
        (
            r"(?:what|which) .*(?:industry|industries|sectors?|fields?|branch|branches"
            r"|companies) .*(?:open|can|could)",
            "work in",
        ),
        (r"where", "region, country, town, place, world"),
        (
            r"(?:like|likes|love|loves|enjoy|enjoys|hate|hates)"
            r" (?:the|their|your|my|this|being|what|it)",
            "satisfaction, satisfied, happy, again",
        ),
        (
            r"(?:to|with|about|of|on|keep|store|share|save|sell) (?:me|my)",
            "privacy, kept",
        ),
    ),
}
