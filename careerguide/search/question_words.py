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
        r"^(?:how much (?:can|could|did|do|does|money|will|would)"
        r"|what (?:can|could|do|will|would) (?:i|you|we))",
        {"make": "earn", "makes": "earn"},
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
NAMED_AFTER = {"en": r"need to (know) (?:how to|the|an?|any|what|which|if) \w+"}

# Words that change no question: “what exactly is a nurse”.
FILLERS = {"en": "exactly|actually|basically|please|even|in fact|precisely"}

# Words that mean the career at hand where something else is asked for: “in this job”.
OF_CAREER = {
    "en": r"(?:in|of|for|with|about|at|to|into|doing|do|on) (?:this|the|that|such a)"
    r" (job|career|profession|occupation|field|role|work)"
}

# What a sign between words says.
SIGNS = {"en": {"=": "same as", "≠": "difference"}}

# The number in these is somebody's age: no page needs to have just that one.
AGE = {"en": r"(?:i am|im|at|aged|over|under|turning) (\d\d)"}

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
            r"(?:i am|im|at|aged|over|under|turning) \d\d|(?:years?|too) old",
            "age, late, old",
        ),
        (
            r"(?:what|which) .*(?:do|does|did|would|will|am|is|are|be) .*(?:do|doing)",
            "does, duty, task",
        ),
        (
            r"(?:whats?|explain|define|describe) (?:(?:is|are|does|do) )?an?"
            r"|(?:in|with) (?:simple|plain|other|few|easy|short|layman)"
            r" (?:words|terms|english|language)|means?|meaning|stands? for",
            "definition, meaning, role",
        ),
        (r"(?:what|how)s? .*like$", "day, work, does, satisfaction"),
        (r"who .*with|with whom?", "work with, team, alone, together"),
        (r"where", "region, country, town, place, world"),
        (
            r"(?:like|likes|love|loves|enjoy|enjoys|hate|hates)"
            r" (?:the|their|your|my|this|being|what|it)",
            "satisfaction, satisfied, content, again",
        ),
        (
            r"(?:to|with|about|of|on|keep|store|share|save|sell) (?:me|my)",
            "privacy, kept",
        ),
    ),
}

# Questions of the site, its pages and whoever makes it.
OF_SITE = {
    "en": r"""
        (?:this|your|the) (?:site|website|web site|page|pages|guide|guides)
        | (?:about|contact|email|write to|tell) (?:us|you guys)
        | who (?:are you|is behind|made|makes|wrote|writes|runs|owns|edits|edited
            |publishes|published|created|creates|maintains)
        | (?:do|does|can|did|will|are|how long do|how do|what do) (?:you|i|we)
            (?:collect|collecting|keep|store|storing|track|tracking|save|share|sell
            |log|record|delete|publish|update|check|verify|sign in|log in|sign up
            |report|complain|register|subscribe|print|zoom|search this)
        | (?:about|on|from|of) me | my (?:data|details|feedback|comment|comments|ip
            |address|privacy|information|browser|screen|personal|visit|visits)
        | (?:numbers|figures|data|statistics|stats|content|information) (?:come|comes
            |came|are|is) (?:from|sourced|reliable|accurate|checked|old|true)
        | where (?:is|are|do|does|did) (?:the|this|your|these|all|all the|all this)
            (?:numbers|figures|data|statistics|stats|facts|information|content)
        | (?:these|the|your) (?:numbers|figures|data|statistics|stats|facts|sources)
            (?:reliable|accurate|correct|true|checked|right|wrong|trustworthy|official)
        | (?:get|got|find|found|take|took) (?:the|these|your|all the|all these|all your)
            (?:numbers|figures|data|statistics|stats|facts|information) (?:from|on|for)
        | (?:on|of) (?:a|this|the|your) (?:page|site|website)
        | (?:text|font|letters|print|type|screen|colou?rs|contrast|buttons?)
            (?:size|(?:is |are )?(?:too )?(?:bigger|larger|smaller|small|dark|bright
            |darker|brighter|higher))
        | trust (?:these|the|this|your) | (?:an|my) account | last updated
        | when (?:was|were|is|are) (?:this|these|it|the (?:page|site|numbers|figures))
    """,
}

# Words that point at the site where the site is asked for, and say nothing else then.
POINTING = {"en": "sites?|websites?|web|pages?|guide|runs?"}
