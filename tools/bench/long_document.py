"""Make a document of 20,000 words as Word, a page, Markdown and a text have it."""

import io
import random
from html import escape

WORDS = 20_000
SECTIONS, PARAGRAPHS, ITEMS, TABLES = 54, 11, 6, 11
SOURCES = """
data model engineers build systems that learn from examples and keep them running in
production where accuracy latency and cost are measured every day they work beside
analysts scientists and product managers who decide what is worth predicting at all
training a network takes hours weeks or months depending on hardware budget and care
most teams begin small with a baseline then improve features clean labels and monitor
drift because yesterday’s customers are not tomorrow’s a career begins with mathematics
programming statistics curiosity patience and the habit of asking how a number was made
salaries differ by country industry experience and negotiation while demand is growing
"""
VOCABULARY = SOURCES.split()
BOLD, ITALIC = "strong", "em"


def long_document(seed=7):
    """Return (kind, content) of each part; a text is a list of (words, mark)."""
    chance = random.Random(seed)
    parts = [("h1", [("Machine Learning Engineer", "")])]
    for number in range(SECTIONS):
        parts.append(("h2", [(_sentence(chance, 5)[:-1], "")]))
        parts += [("p", _text(chance, 24)) for _ in range(PARAGRAPHS)]
        parts.append(("ul", [_text(chance, 14) for _ in range(ITEMS)]))
        if number < TABLES:
            parts.append(("table", _table(chance)))
    return parts


def _sentence(chance, words):
    return " ".join(chance.choices(VOCABULARY, k=words)).capitalize() + "."


def _text(chance, words):
    """Sentences of about as many words, some of which are in bold or italics."""
    pieces = [(_sentence(chance, words // 2), "")]
    if chance.random() < 0.7:
        mark = chance.choice((BOLD, ITALIC))
        pieces += [(" ", ""), (" ".join(chance.choices(VOCABULARY, k=2)), mark)]
        pieces += [(f" {_sentence(chance, words // 2 - 2).lower()}", "")]
    else:
        pieces += [(f" {_sentence(chance, words // 2)}", "")]
    return pieces


def _table(chance):
    rows = [("Level", "Average pay", "Share")]
    for level in ("Junior", "Mid-level", "Senior", "Lead"):
        pay, share = chance.randrange(60_000, 200_000, 500), chance.randrange(5, 60)
        rows.append((level, f"${pay:,}", f"{share}.5%"))
    return rows


def files_of(parts):
    """Return the bytes of files by their names."""
    return {
        "guide.docx": _word(parts, 14),
        "plain.docx": _word([part for part in parts if part[0] != "table"], 0),
        "guide.html": _page(parts).encode(),
        "guide.md": markdown_of(parts).encode(),
        "guide.txt": _plain(parts).encode(),
    }


def markdown_of(parts):
    return "\n\n".join(_written(parts, {BOLD: "**", ITALIC: "*", "": ""}, "#"))


def _plain(parts):
    return "\n\n".join(_written(parts, dict.fromkeys((BOLD, ITALIC, ""), ""), ""))


def _written(parts, signs, hash_sign):
    def line(pieces):
        return "".join(f"{signs[m]}{words}{signs[m]}" for words, m in pieces)

    for kind, content in parts:
        if kind == "table":
            rows = [f"| {' | '.join(row)} |" for row in content]
            if hash_sign:
                rows.insert(1, "|---|---:|---:|")
            yield "\n".join(rows)
        elif kind == "ul":
            yield "\n".join(f"- {line(item)}" for item in content)
        elif kind == "p":
            yield line(content)
        else:
            yield f"{hash_sign * int(kind[1])} {line(content)}".strip()


def _page(parts):
    def line(pieces):
        return "".join(
            f"<{mark}>{escape(words)}</{mark}>" if mark else escape(words)
            for words, mark in pieces
        )

    out = []
    for kind, content in parts:
        if kind == "table":
            rows = ["".join(f"<td>{escape(c)}</td>" for c in row) for row in content]
            out.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
        elif kind == "ul":
            items = "".join(f"<li>{line(item)}</li>" for item in content)
            out.append(f"<ul>{items}</ul>")
        else:
            out.append(f"<{kind}>{line(content)}</{kind}>")
    body = "\n".join(out)
    return f"<!doctype html><title>Guide</title><body><main>{body}</main></body>"


def _word(parts, words_of_run):
    """A Word file; runs end after so many words, as where the speller stopped."""
    from docx import Document  # of developers alone, and slow to load

    doc, styles = Document(), {"p": None, "h1": "Title", "h2": "Heading 1"}
    for kind, content in parts:
        if kind == "table":
            table = doc.add_table(len(content), len(content[0]))
            for row, cells in zip(table.rows, content, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
        elif kind == "ul":
            for item in content:
                _add_runs(doc.add_paragraph(style="List Bullet"), item, words_of_run)
        else:
            _add_runs(doc.add_paragraph(style=styles[kind]), content, words_of_run)
    out = io.BytesIO()
    doc.save(out)
    return out.getvalue()


def _add_runs(paragraph, pieces, words_of_run):
    if not words_of_run:
        paragraph.add_run("".join(words for words, _mark in pieces))
        return
    for words, mark in pieces:
        for text in _cut(words, words_of_run):
            run = paragraph.add_run(text)
            run.bold, run.italic = mark == BOLD or None, mark == ITALIC or None


def _cut(words, most):
    parts = words.split(" ")
    for start in range(0, len(parts), most):
        end = " " if start + most < len(parts) else ""
        yield " ".join(parts[start : start + most]) + end
