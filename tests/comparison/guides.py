"""Make guides whose tables can be compared, and change one thing of one of them."""

from statistics.measures.models import Measure
from tests.factories import CareerFactory, StatTableFactory

PAY = {
    "statistic": "median",
    "pay_tax": "gross",
    "pay_parts": "base",
    "pay_period": "year",
    "prices": "nominal",
}
KNOWN = {
    "place": "United States",
    "period": "2024",
    "provenance": "official",
    "source_name": "Occupational Employment Survey",
}
LEVELS = ("Entry", "Mid-Level", "Senior")


def pay_measure(**fields):
    fields = {
        "name": "Pay, mid-level",
        "slug": "pay",
        "definition": "What people with three to seven years in the career are paid.",
        "unit_kind": "pay",
    } | fields
    return Measure.objects.get_or_create(slug=fields.pop("slug"), defaults=fields)[0]


def share_measure(**fields):
    fields = {
        "name": "Satisfied with their job",
        "slug": "satisfied",
        "definition": "The share of people who say that they are satisfied.",
        "unit_kind": "share",
        "order": 1,
    } | fields
    return Measure.objects.get_or_create(slug=fields.pop("slug"), defaults=fields)[0]


def career(name, **fields):
    return CareerFactory(name=name, slug=name.lower().replace(" ", "-"), **fields)


def pay_data(*amounts, labels=LEVELS, column=(), rows=()):
    """The data of a table of pay: a row for each level, with its amount."""
    salary = {"key": "pay", "label": "Pay", "type": "money", "currency": "USD"}
    salary |= dict(column)
    changed = dict(rows)
    return {
        "columns": [{"key": "level", "label": "Level", "type": "text"}, salary],
        "rows": [
            {"cells": [label, amount]} | changed.get(label, {})
            for label, amount in zip(labels, amounts, strict=True)
        ],
    }


def pay_table(career, *amounts, data=None, **fields):
    amounts = amounts or ("80000", "120000", "160000")
    fields = {
        "title": f"What a {career.name} is paid",
        "topic": "Pay",
        "measure": pay_measure(),
        "headline_label": "Pay, mid-level",
        "headline_row": "Mid-Level",
        "headline_column": "pay",
        **PAY,
        **KNOWN,
    } | fields
    data = data or pay_data(*amounts)
    return StatTableFactory(career=career, data=data, **fields)


def share_table(career, share, **fields):
    fields = {
        "title": f"{share} percent of those who are a {career.name} are satisfied",
        "topic": "Satisfaction",
        "measure": share_measure(),
        "headline_label": "Satisfied",
        "headline_row": "Satisfied",
        "headline_column": "share",
        "place": "United States",
        "period": "2024",
        "provenance": "survey",
        "source_name": "Survey of Working Lives",
    } | fields
    data = {
        "columns": [
            {"key": "answer", "label": "Answer", "type": "text"},
            {"key": "share", "label": "Share", "type": "percent"},
        ],
        "rows": [{"cells": ["Satisfied", share]}, {"cells": ["Not satisfied", None]}],
    }
    return StatTableFactory(career=career, data=data, **fields)


def four_careers():
    """Four careers: two alike, one of another year, one of another country."""
    names = ("Tailor", "Weaver", "Dyer", "Spinner")
    tailor, weaver, dyer, spinner = map(career, names)
    pay_table(tailor, "92000", "118000", "154000")
    pay_table(weaver, "88000", "121500", "154000")
    pay_table(dyer, "71000", "98000", "131000", period="2023")
    pounds = pay_data("61000", "84000", "118000", column={"currency": "GBP"})
    pay_table(spinner, data=pounds, place="United Kingdom", pay_tax="")
    share_table(tailor, "78", sample_size=1040, margin="± 3 percentage points")
    share_table(weaver, "74", sample_size=2210, margin="± 2 percentage points")
    share_table(dyer, "61", sample_size=480, margin="± 4 percentage points")
