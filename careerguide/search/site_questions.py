"""List how readers ask for the site itself, its pages and whoever makes it.

Patterns of whole words as in `question_words`; of English so far.
"""

# Questions of the site.
OF_SITE = {
    "en": r"""
        (?:this|your|the) (?:site|website|web site|page|pages|guide|guides)
        | (?:about|contact|email|write to|tell) (?:us|you guys)
        | who (?:are you|is behind|made|makes|wrote|writes|runs|owns|edits|edited
            |publishes|published|created|creates|maintains|answers for)
        | (?:do|does|can|did|will|are|how long do|how do|what do) (?:you|i|we)
            (?:collect|collecting|keep|store|storing|track|tracking|save|share|sell
            |log|record|delete|publish|update|check|verify|sign in|log in|sign up
            |report|complain|register|subscribe|print|zoom|search this)
        | (?:about|on|from|of) me | my (?:data|details|feedback|comment|comments|ip
            |address|privacy|information|browser|screen|personal|visit|visits|searches
            |queries|clicks)
        | (?:about|of|from) (?:visitors|readers|users)
        | (?:numbers|figures|data|statistics|stats|facts) be (?:trusted|believed|right)
        | (?:numbers|figures|data|statistics|stats|content|information) (?:come|comes
            |came|are|is|taken) (?:from|sourced|reliable|accurate|correct|old|true)
        | (?:numbers|figures|data|statistics|stats|facts|information|content)
            (?:(?:been|is|are|was|were) )?(?:checked|verified|validated)
        | where (?:is|are|do|does|did) (?:the|this|your|these|all|all the|all this)
            (?:numbers|figures|data|statistics|stats|facts|information|content)
        | (?:these|the|your) (?:numbers|figures|data|statistics|stats|facts|sources)
            (?:reliable|accurate|correct|true|checked|verified|right|wrong
            |trustworthy|official)
        | (?:check|checks|checked|checking|verify|verifies|verified|validate|validated)
            (?:the|these|this|your|all|its) (?:numbers|figures|data|statistics|stats
            |facts|information|content|sources?)
        | (?:sources?|origin|provenance) (?:of|for|behind) (?:the|these|this|your|all)
            (?:numbers|figures|data|statistics|stats|facts|information|content)
        | how (?:old|recent|current|reliable|accurate|trustworthy|fresh|up to date)
            (?:is|are) (?:the|this|these|your|all) (?:numbers|figures|data|statistics
            |stats|facts|information|content)
        | (?:get|got|find|found|take|took) (?:the|these|your|all the|all these|all your)
            (?:numbers|figures|data|statistics|stats|facts|information) (?:from|on|for)
        | (?:report|found|find|spotted|noticed) (?:a|an|the)
            (?:(?:wrong|false) )?(?:error|mistake|problem|bug|typo|number|figure)
        | (?:on|of) (?:a|this|the|your) (?:page|site|website)
        | (?:text|font|letters|print|type|screen|colou?rs|contrast|buttons?)
            (?:size|(?:is |are )?(?:too )?(?:bigger|larger|smaller|small|dark|bright
            |darker|brighter|higher))
        | trust (?:these|the|this|your) | (?:an|my) account | last updated
        | when (?:was|were|is|are) (?:this|these|it|the (?:page|site|numbers|figures))
        | feedback (?:is |be )?(?:kept|stored|saved|deleted|published|read|answered)
        | ip address(?:es)? | web analytics | google analytics | access logs?
        | founding document
        | ^(?:the |your )?(?:licen[cs]e|licensing|copyright|imprint|legal notice|credits
            |terms of use|terms and conditions|terms of service|disclaimer|sources?
            |references|methodology|provenance|about|contact|feedback|sitemap)$
    """,
}

# Words that point at the site where the site is asked for, and say nothing else then.
POINTING = {"en": "sites?|websites?|web|pages?|guide|runs?"}

# In what question of it a word may as well be another: of numbers that somebody has
# checked, a page says where its content comes from.
ALSO = {
    "en": (
        (
            r"(?:check|checks|checked|verify|verifies|verified|validated?)",
            {
                word: other
                for other, words in {
                    "comes": "check checks checked verify verifies verified validated",
                    "content": "numbers figures data statistics stats facts sources",
                }.items()
                for word in words.split()
            },
        ),
    )
}

# What is asked of it, and by what words its pages name the answer.
HINTS = {
    "en": (
        (
            r"(?:check|checks|checked|verify|verified|verifies|validated?|source"
            r"|sources|origin|provenance|reliable|accurate|trustworthy|correct|true"
            r"|old|recent) .*(?:numbers|figures|data|statistics|stats|facts"
            r"|information|content)"
            r"|(?:numbers|figures|data|statistics|stats|facts|information|content) .*"
            r"(?:check|checked|verified|validated|from|sourced|reliable|accurate"
            r"|trustworthy|correct|true|trusted|believed|right)",
            "content, number",
        ),
        (
            r"^(?:what|whats|who|why|about)(?: is| are)? (?:this|the|your)"
            r" (?:site|website|guide|page)s?(?: about| for)?$",
            "about",
        ),
        (
            r"who(?:m|s)? .*(?:responsible|owns|owner|behind|operates|runs|publishes"
            r"|answers)",
            "answer for, publish",
        ),
        (
            r"(?:kept|keeps?|stored?|deleted?|happens to|saved?|see|reads?|reading)"
            r" .*(?:feedback|comments?|answer|message|report)"
            r"|(?:feedback|comments?|answer|message|report) .*(?:kept|stored|deleted"
            r"|saved|read|published)",
            "privacy, kept",
        ),
        (
            r"ip address(?:es)?|analytics|access logs?|(?:about|of|from) (?:visitors"
            r"|readers|users)|my (?:searches|queries|clicks|visits?)",
            "privacy, kept",
        ),
        (
            r"(?:text|font|letters|type|print) .*(?:size|big|bigger|small|smaller|large"
            r"|larger)",
            "enlarged, accessibility",
        ),
        (r"wrong|error|errors|mistakes?|typos?|bugs?|report", "find an error, report"),
    ),
}
