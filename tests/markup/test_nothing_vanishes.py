"""Test that every word of a text is on its page, or a sentence names what is not."""

import random
import re
from html import unescape

import pytest

from careerguide.markup import render
from careerguide.markup.checks.survey import survey
from careerguide.markup.normalise import normalise
from tests.each import each
from tests.hostile import naughty

# Each construct, with {} where words stand; a number makes each word another.
BLOCKS = [
    *("{} {}", "# {} {}", "###### {}", "{} {}\n===", "{}\n---", "***", "- {}\n- {}"),
    *("1. {}\n2. {}", "- {}\n  - {}\n\n    {}", "> {}\n{}", "> > {}\n> {}"),
    *("> [!NOTE]\n> {}", "> [!TIP] {}\n> {}", "> [!NOTEE]\n> {}", "[!NOTE] {}"),
    *("```\n{}\n{}\n```", "~~~ py\n{}\n~~~", "    {}\n    {}", "``` {} {}\n{}\n```"),
    *("```\n{}", "~~~ {} {}", "| {} | {} |\n|---|---|\n| {} | {} |"),
    *("{} | {}\n---|---\n{} | {} | {}", "| {} |\n|:-:|\n| {} | {} |", "|{}|\n|-|-|"),
    *("{}[^{n}]\n\n[^{n}]: {}", "[^{n}]: {} {}", "{}[^{n}]", "{}[^a {n}] {}"),
    *("[^a {n}]: {} {}", "[{}]: /a", "[l{n}]: /b\n\n{} [l{n}]", "[l{n}]: {} {}"),
    *("<div>\n{}\n\n{}\n</div>", "<div>{}", "<div title='{}>{}</div>\n\n{} 'x"),
    *("<details>\n<summary>{}</summary>\n\n{}\n\n</details>", "<p>{}<p>{}"),
    *("<script>\n{}\n\n{}", "<script>{}</script> {}", "<style>{}</style>", "<pre>\n{}"),
    *("<textarea>\n{}\n\n{}", "<title>{}</title>", "<iframe src='{}'>{}</iframe>"),
    *("<!-- {} -->", "<!-- {}\n\n{} -->\n{}", "<!-- {}\n\n{}", "<!--> {}", "<!---> {}"),
    *("{} <!--> {}", "{} <!---> {} <!-- {} --> {}", "{} <!-- {}", "{} <!-- {} --!> {}"),
    *("<? {}\n\n{}", "<?{}?> {}", "<![CDATA[ {}\n\n{}", "<![CDATA[{}]]>{}"),
    *("<!X {}\n\n{}", "<!doctype html>{}", "</div> {}", "<b>{} <i>{}</b> {}</i>"),
    *("<table><tr><td>{}</td>{}</tr>{}</table>", "<td>{}</td>", "<li>{}", "<dd>{}"),
    *("<svg><title>{}</title><text>{}</text></svg>", "<math><mi>{}</mi></math>"),
    *("<a href='x>{}</a> {} \"", '<a title="{}\n<b>{}</b>\n\n{} " {}', "{} < {} > {}"),
    *("[[table: {}]] {}", "[[Table {}]]", "- [[table: {}]]", "\\# {}", "&lt;{}&gt;"),
    *("| a | b |\n|---|---|\n| `{}|{}` | {} |", "a | b\n--|--\n{} | ``{}|{}`` | {}"),
    *(
        "[^d{n}] {}\n\n[^d{n}]: {}\n\n[^d{n}]: {}\n\n    {}",
        "{} <ul> {}",
        "{}</table>{}",
    ),
    *("3. {}\n1. {}", "<p>**{}** {}</p>", "> \\[!NOTE] {}\n> {}", "> [!NOTE]\n\n{}"),
    *("\t{}", "| {} | {} |\n| – | – |", "| {} |\n|---|\n{}", "<time>{}</time> <hr> {}"),
    *("{}\x0b{}", "##\xa0{}", "-\u200b{}", "{}\u2028{}\u2029{}", "{}\\\n{}  \n{}"),
]
INLINE = [
    *("*{}*", "**{}**", "~~{}~~", "~{}~", "10~{} to {}~30", "`{}`", "``{} ` {}``"),
    *(
        "[{}](/a)",
        "[{}](/a 'title')",
        "[{}][no]",
        "[{}](a b)",
        "[{}] (/a)",
        "*{}",
        "{}*",
    ),
    *(
        "![{}](/media/x.webp)",
        "![{}](https://a.example/x)",
        "![{}](x)",
        "[![{}](/a)](/b)",
    ),
    *(
        "https://a.example/{}",
        "<https://a.example/{}>",
        "www.example.org/{}",
        "{}@b.org",
    ),
    *("<b>{}</b>", "<u>{}", "<sub>{}</sub>", "<abbr title='x'>{}</abbr>", "<foo>{}"),
    *("a<b {}", "<b {} <i>", "[{}", "{}]", "![{}", "[[{}]]", "[{}]", "[^{}]", "_{}_"),
    *(
        '<a href="/a">{}',
        "[{}](javascript:a)",
        "<!-- {} -->",
        "<{}",
        "&{};",
        "$" + "{}$",
    ),
]


def text_of(random):
    pieces, words = [], []

    def fill(construct):
        number = len(words)

        def word(_):
            words.append(f"w{len(words)}w")
            return words[-1]

        return re.sub(r"\{\}", word, construct.replace("{n}", str(number)))

    for _ in range(random.randint(1, 6)):
        if random.random() < 0.5:
            pieces.append(fill(random.choice(BLOCKS)))
        else:
            inline = random.choices(INLINE, k=random.randint(1, 4))
            pieces.append(" ".join(map(fill, inline)))
        if random.random() < 0.2:
            pieces[-1] = random.choice(["> ", "- ", "  "]) + pieces[-1]
    return random.choice(["\n\n", "\n"]).join(pieces), words


def unseen(text, words):
    """Of the words those that neither the page nor a sentence has, nor its lines."""
    page = unescape(render(text, embed=lambda one: f"<p>{one.target}</p>").html)
    faults = survey(text, shows_tables=True).faults
    sentences = " ".join(fault.sentence for fault in faults)
    told = {n for f in faults for n in range(f.line, max(f.line, f.last) + 1)}
    lines = normalise(text).split("\n")
    return [
        word
        for word in words
        if word not in page and word not in sentences
        if not told.intersection(n for n, line in enumerate(lines, 1) if word in line)
    ]


@each("construct", [*BLOCKS, *INLINE])
def test_word_of_each_construct_is_seen_or_named(construct):
    words = [f"w{n}w" for n in range(construct.count("{}"))]
    numbers = iter(words)
    text = re.sub(r"\{\}", lambda _: next(numbers), construct.replace("{n}", "1"))
    assert unseen(text, words) == []


@pytest.mark.parametrize("seed", range(20))
def test_words_of_texts_made_by_chance_are_seen_or_named(seed):
    chance = random.Random(seed)
    for _ in range(50):
        text, words = text_of(chance)
        assert unseen(text, words) == [], text


def test_any_text_is_surveyed():
    for text in [*naughty.STRINGS, *naughty.WITH_NUL, "\ud800"]:
        survey(text, site="a.example")
        survey(f"> [!NOTE] [a]({text}) [[table: {text}]]\n\n{text}", site="a.example")
