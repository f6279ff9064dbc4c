"""List what stands around and in the words of a clipboard, with its Markdown."""

# By what a program draws, or adds to what was written.
DRAWN = {
    "<p>She said <q>yes</q>.": "She said “yes”.",
    "<p><q>a <q>b</q> c</q>": "“a ‘b’ c”",
    "<p lang=de>Er sagte <q>ja <q>so</q></q>.": "Er sagte „ja ‚so‘“.",
    "<p lang=fr-FR><q>oui</q>": "«\xa0oui\xa0»",
    "<p lang=de-CH><q>ja</q>": "«ja»",
    "<p><q><b>very</b> well</q>": "“**very** well”",
    "<p><q>“yes”</q>": "“yes”",
    "<table><tr><td>A<td>B<tr><td><q>x</q><td>y</table>": (
        "| A | B |\n| --- | --- |\n| “x” | y |"
    ),
    "<blockquote><q>x</q></blockquote>": "> “x”",
    (
        "<pre><div><div>python<button>Copy code</button></div><div><code "
        "class='language-python'>x = 1\ny = 2</code></div></div></pre>"
    ): "```python\nx = 1\ny = 2\n```",
    "<pre><div>python<button>Copy</button></div><code>x=1</code></pre>": (
        "```\nx=1\n```"
    ),
    "<pre><span class=lang-label>js</span>x=1<button>Copy</button></pre>": (
        "```\nx=1\n```"
    ),
    "<pre>$ <code>ls</code> lists</pre>": "```\n$ ls lists\n```",
    "<pre><span class=linenos>1</span>a\n<span class=linenos>2</span>b</pre>": (
        "```\na\nb\n```"
    ),
    "<pre><code><div>a</div><div>  b</div></code></pre>": "```\na\n  b\n```",
    (
        "<table class=highlighttable><tr><td class=linenos><pre>1\n2</pre></td>"
        "<td class=code><pre>a\nb</pre></td></tr></table>"
    ): "```\na\nb\n```",
    (
        "<pre><code><table><tr><td class=hljs-ln-numbers>1</td><td>a</td></tr>"
        "<tr><td class=hljs-ln-numbers>2</td><td>b</td></tr></table></code></pre>"
    ): "```\na\nb\n```",
    "<p class=gutter>Words": "Words",
    "<ul><li><input type=checkbox checked> Done<li><input type=checkbox> Not</ul>": (
        "- ☑ Done\n- ☐ Not"
    ),
    (
        "<ul><li role=checkbox aria-checked=true><img src='data:,'><p>Done</p></li>"
        "<li role=checkbox aria-checked=false><p>Not</p></li></ul>"
    ): "- ☑ Done\n- ☐ Not",
    "<p><label><input type=checkbox checked> Remember me</label>": "Remember me",
    "<p>Some <mark>marked</mark> words": "Some <mark>marked</mark> words",
    "<p>about ~5 or ~6": "about ~5 or ~6",
    "<p>~~no~~": "\\~\\~no\\~\\~",
    "<p><s>~5</s> ~6": "~~\\~5~~ \\~6",
}
COMMENTED = {
    (
        "<p>Pay<span class=MsoCommentReference><a class=msocomanchor "
        "href='#_msocom_1'>[A1]</a></span> rose</p><div style='mso-element:comment'>"
        "<p class=MsoCommentText>[A1] check this!</p></div>"
    ): "Pay rose",
    (
        "<p><a style='mso-comment-reference:A_1'>Pay</a><span style='"
        "mso-special-character:comment'>[A1]</span> rose</p><div style='mso-element:"
        "comment-list'><hr class=msocomoff><div class=msocomtxt><p>No</p></div></div>"
    ): "Pay rose",
    (
        "<p>Pay<sup><a href='#cmnt1' id=cmnt_ref1>[a]</a></sup> rose</p><div><p><a "
        "href='#cmnt_ref1' id=cmnt1>[a]</a>check</p></div>"
    ): "Pay rose",
}

_WORD_REFERENCE = (
    "<a style='mso-footnote-id:ftn{0}' href='#_ftn{0}' name='_ftnref{0}'><span "
    "class=MsoFootnoteReference><span style='mso-special-character:footnote'>[{0}]"
    "</span></span></a>"
)
_WORD_NOTE = (
    "<div style='mso-element:footnote' id=ftn{0}><p class=MsoFootnoteText><a "
    "style='mso-footnote-id:ftn{0}' href='#_ftnref{0}' name='_ftn{0}'><span "
    "class=MsoFootnoteReference>[{0}]</span></a> {1}</p></div>"
)
_DOCS_NOTE = "<p><a href='#ftnt_ref1' id=ftnt1>[1]</a><span> ONS, 2024</span></p>"
# Notes at the foot, as programs write the reference, the note and what stands between.
FOOTNOTES = {
    "<p>Pay"
    + _WORD_REFERENCE.format(1)
    + " rose"
    + _WORD_REFERENCE.format(2)
    + ".</p><div style='mso-element:footnote-list'><hr>"
    + _WORD_NOTE.format(1, "ONS, <i>Pay</i>")
    + _WORD_NOTE.format(2, "See <a href='https://example.org/'>here</a>.")
    + "</div>": (
        "Pay[^1] rose[^2].\n\n[^1]: ONS, _Pay_\n\n[^2]: See [here](https://example.org/)."
    ),
    # Only the paragraph was copied, and not the foot of the page.
    "<p>Pay" + _WORD_REFERENCE.format(1) + " rose.</p>": "Pay[1] rose.",
    "<p>Pay<sup><a href='#ftnt1' id=ftnt_ref1>[1]</a></sup> rose</p><hr><div>"
    + _DOCS_NOTE
    + "</div>": "Pay[^1] rose\n\n[^1]: ONS, 2024",
    (
        "<p>Pay<a class=sdfootnoteanc name=sdfootnote1anc href='#sdfootnote1sym'><sup>1"
        "</sup></a> rose</p><div id=sdfootnote1><p><a name=sdfootnote1sym "
        "href='#sdfootnote1anc'>1</a>ONS</p></div>"
    ): "Pay[^1] rose\n\n[^1]: ONS",
    (
        "<p>Pay<sup><a href='https://a.example/x#user-content-fn-1' "
        "id=user-content-fnref-1>1</a></sup>(up)</p><section class=footnotes><h2>"
        "Footnotes</h2><ol><li id=user-content-fn-1><p>ONS <a href='https://a.example/x"
        "#user-content-fnref-1'>↩</a></p></li></ol></section>"
    ): "Pay[^1]\\(up)\n\n[^1]: ONS",
    (
        "<table><tr><td>A<td>B<tr><td>x<sup><a href='#fn1' id=r>1</a></sup><td>y"
        "</table><ol><li id=fn1>Ours</ol>"
    ): "| A | B |\n| --- | --- |\n| x[^1] | y |\n\n[^1]: Ours",
}
# What a program shows and nobody means for readers, with what is said of it.
LEFT_OUT = {
    (
        "<p class=MsoNormal>Pay <span class=msoDel><del cite='mailto:A' "
        "datetime='2024-01-01'>fell</del></span><ins cite='mailto:A'>rose</ins>.</p>"
    ): ("Pay rose.", "Words that Word shows as deleted were left out."),
    (
        "<p class=MsoToc1><a href='#_Toc1'>Pay<span style='mso-tab-count:1 dotted'>..."
        " </span>3</a></p><h1><a name=_Toc1>Pay</a></h1><p>It rose.</p>"
    ): ("## Pay\n\nIt rose.", "The table of contents was left out"),
}
