"""List numbered lists of a clipboard, with the Markdown that keeps their numbers."""


def _word(mark, words, level=1, tag="p"):
    drawn = f"<span style='mso-list:Ignore'>{mark}<span>&nbsp;&nbsp; </span></span>"
    return (
        f"<{tag} style='mso-list:l0 level{level} lfo1'><![if !supportLists]>{drawn}"
        f"<![endif]>{words}</{tag}>"
    )


def _word_on_the_web(words, start=""):
    item = f'<li data-aria-level="1"><p>{words}</p></li>'
    return f"<div><ol{start}>{item}</ol></div>"


# By what of the list is meant to stay.
NUMBERED = {
    "<ol reversed><li>c<li>b<li>a</ol>": "3. c\n\n2) b\n\n1. a",
    "<ol reversed start=9><li>c<li>b</ol>": "9. c\n\n8) b",
    "<ol start=0><li>a<li>b</ol>": "0. a\n1. b",
    "<ol start=-1><li>a<li>b<li>c</ol>": "- -1. a\n\n0. b\n1. c",
    "<ol><li>a<li value=5>b<li>c</ol>": "1. a\n\n5) b\n6) c",
    "<ol><li>a<li>b</ol><ol><li>c</ol><ol><li>d</ol>": "1. a\n2. b\n\n1) c\n\n1. d",
    "<ol><li>a<li></li><li>c</ol>": "1. a\n\n3) c",
    "<ol><li>a<ol start=4><li>b<li value=9>c</ol><li>d</ol>": (
        "1. a\n\n   4. b\n   9) c\n2. d"
    ),
    "<ol><li><p>a<p>b<li value=4>c</ol>": "1. a\n\n   b\n\n4) c",
    "<ol type=a start=26><li>y<li>z</ol>": "- z. y\n- aa. z",
    "<ol style='list-style-type:upper-roman'><li>x<li>y</ol>": "- I. x\n- II. y",
    "<table><tr><td>A<td>B<tr><td><ol start=3><li>a<li>b</ol><td>x</table>": (
        "| A | B |\n| --- | --- |\n| 3. a<br>4. b | x |"
    ),
    "<p>1. a<p>2. b<p>5. c<p>6. d<p>9. e": "1. a\n2. b\n\n5) c\n6) d\n\n9. e",
    _word("§ 12", "Rent") + _word("§ 13", "Repairs"): "- § 12 Rent\n- § 13 Repairs",
    _word("1.1.", "a") + _word("1.2.", "b"): "- 1.1. a\n- 1.2. b",
    _word("(a)", "x") + _word("(b)", "y"): "- (a) x\n- (b) y",
    _word("iv.", "x") + _word("v.", "y"): "- iv. x\n- v. y",
    _word("Art.&nbsp;3", "x"): "- Art. 3 x",
    _word("3.", "x") + _word("7.", "y") + _word("8.", "z"): "3. x\n\n7) y\n8) z",
    _word("§", "x") + _word("Ø", "y"): "- x\n- y",
    _word("2.3", "Pay", tag="h2"): "## 2.3 Pay",
    _word("1.", "a") + _word("5.", "b", 2) + _word("2.", "c"): "1. a\n\n   5. b\n2. c",
    f"<table><tr><td>A<td>B<tr><td>{_word('7.', 'wait')}<td>y</table>": (
        "| A | B |\n| --- | --- |\n| 7. wait | y |"
    ),
    _word_on_the_web("a") + _word_on_the_web("b"): "1. a\n2. b",
    _word_on_the_web("a", " start=4") + _word_on_the_web("b", " start=5"): (
        "4. a\n5. b"
    ),
}
PLAIN_NUMBERED = {
    "1) a\n2) b\n5) c\n6) d\n9) e": "1. a\n2. b\n\n5) c\n6) d\n\n9. e",
    "1. a\n2. b\n\n5. c\n6. d\n7": "1. a\n2. b\n\n5) c\n6) d\n\n7",
    "1. a\n2. b\n\n3. c\n4. d\n• e": "1. a\n2. b\n\n3. c\n4. d\n\n- e",
}
# Markdown already, and left as it is.
MARKDOWN_PLAIN = (
    "1. a\n   1. b\n   2. c\n2. d",
    "1. a\n2. b\n   - c\n   - d\n3. e",
    "- a\n\n  1) b\n  2) c\n- d",
)
