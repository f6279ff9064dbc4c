"""List words that a question is made of and that say little of what is looked for.

They are indexed like all others, and count little where other words are asked for. A
language that is missing here has none: its frequent words then count as much as their
frequency says.
"""

STOP_WORDS = {
    language: frozenset(words.split())
    for language, words in {
        "en": """
            a able about actually all also although always am an and another any anybody
            anyone anything are arent as at be because been being between bit both but
            by can cannot cant could couldnt currently did didnt do does doesnt doing
            dont each else etc even ever every everybody everyone everything explain for
            from generally get gets getting going had has have having he hello her here
            hers herself hi him himself his how however i if im in into is isnt it
            its itself ive just know kind kinds let lets like list looking lot lots many
            may me mean
            means might more most much must my myself need needed needs no normally not
            now nowadays of off on or ought our ours ourselves out over own per please
            possible quite really say says shall she should shouldnt so some somebody
            someone something still such than thanks that thats the their them
            themselves then there theres these they theyre thing things this those
            though to too typically under up us usually versus very via vs wanna want
            wanted wants was wasnt we well were what when where which who whom whose why
            will with wont would wouldnt you your youre yourself
        """,
        "de": """
            ab aber als am an auch auf aus bei bin bis da damit dann das dass dem den
            der des die dies diese dieser du durch ein eine einem einen einer eines er
            es fur gibt hat habe haben ich ihr im in ist ja kann kein keine man mehr
            mein mich mir mit muss nach nicht noch nur ob oder ohne sein sich sie sind
            so sowie uber um und uns unter viel viele vom von vor wann warum was welche
            welcher welches wenn wer werden wie wir wird wo zu zum zur
        """,
        "es": """
            a al algo como con cual cuales cuando cuanto cuantos de del desde donde el
            ella ellos en es esta estan este esto fue ha hay la las le lo los mas me mi
            mis muy no nos o para pero por porque puede puedo que quien se ser si sin
            sobre son su sus tan te tiene tu un una uno unos y ya yo
        """,
        "fr": """
            a ai au aux avec ce ces cette combien comme comment d dans de des du elle
            en est et etre eux faire fait faut il ils j je l la le les leur lui m ma
            mais me mes mon n ne nos notre nous on ou par pas peut plus pour pourquoi
            qu quand que quel quelle quelles quels qui s sa sans se ses si son sont sur
            t ta te tes ton tu un une vos votre vous y
        """,
    }.items()
}

# Words that say a little: what is found needs to have them only where nothing else is
# asked for, and has the better place if it does. A number word is none.
LIGHT_WORDS = {
    language: frozenset(words.split())
    for language, words in {
        "en": """
            typical average usual best good great better top main important key big real
            different first new current today part parts aspect side use used uses using
            user users
            take takes taken taking give gives given come comes go goes make makes find
            see tell show try put people person job jobs career field time times way
            often necessary required mandatory compulsory obligatory professional
            professionals exactly roughly overall general specific particular
            right only simple word words term terms plain full
            full-time today nowadays ones successful chance chances idea
            common normal true exist exists expect useful popular
            without lack lacking never question questions
            work works working become becoming being feel look able easily enough
        """,
    }.items()
}
