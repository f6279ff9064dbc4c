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
