"""Documents of content as a registry would make them, until there is one."""

from articles.models import Article
from careerguide.models import Career, Page
from careerguide.search.content import DocumentText, SectionText
from careerguide.search.text_sections import sections_of
from faq.models import FAQEntry
from statistics.models import StatTable


def document_of(item, key):
    career = item if isinstance(item, Career) else getattr(item, "career", None)
    names = [career.name, *career.other_name_list] if career else []
    return DocumentText(
        item=(type(item), key),
        title=str(item),
        sections=tuple(SECTIONS[type(item)](item)),
        context=", ".join(names),
        career=career and career.pk,
    )


def _career(career):
    key = ", ".join(career.other_name_list)
    yield SectionText(career.name, key=key, text=career.summary)


def _article(article):
    key = f"{article.summary}\n{markup_text(article.takeaways)}"
    return sections_of(article.body, article.title, key)


def _page(page):
    return sections_of(page.body, page.title, page.summary)


def _entry(entry):
    options = {"ids": f"{entry.slug}-", "top_level": 4}
    first, *more = sections_of(entry.answer, entry.question, entry.topic, **options)
    return [first, *more]


def _table(table):
    columns = table.table.columns
    label = table.table.label_index
    labels = [column.label for column in columns]
    rows = [[cell["text"] for cell in row["cells"]] for row in table.rows]
    if label is not None:
        labels += [row[label] for row in rows]
    key = [table.subtitle, table.topic, table.headline_label, *labels]
    lines = [" ".join(filter(None, row)) for row in rows]
    lines += [table.source_name, table.period, markup_text(table.note)]
    yield SectionText(
        table.title, key="\n".join(filter(None, key)), text="\n".join(lines)
    )


def markup_text(text):
    return " ".join(section.text for section in sections_of(text, ""))


SECTIONS = {
    Career: _career,
    Article: _article,
    Page: _page,
    FAQEntry: _entry,
    StatTable: _table,
}
