"""Build the tables of a sample guide: every chart form, with random numbers."""

LEVELS = ("Trainee", "Entry level", "Mid-level", "Senior level", "Head of a team")
AGES = ("18-24", "25-34", "35-44", "45-54", "55 and older")
DEGREES = ("Vocational training", "Bachelor's degree", "Master's degree", "Other")
EMPLOYERS = ("Fewer than 10 people", "10 to 49", "50 to 249", "250 and more")
CONTENTMENT = ("Very content", "Content", "Neither", "Discontent")
TASKS = (
    *("Planning", "On site", "Meetings", "Writing", "Testing", "Travel", "Training"),
)
SKILLS = ("Planning", "Reading drawings", "Writing", "Arithmetic", "Negotiation")
TOWNS = (
    *("Aberdeen", "Bristol", "Cardiff", "Dublin", "Exeter", "Glasgow", "Hull"),
    *("Inverness", "Leeds", "Norwich", "Oxford", "Swansea"),
)


def tables(chance):
    """Return the fields of each, drawn by `chance`, a `random.Random`.

    {many} are people.
    """
    entry = chance.randrange(24_000, 40_000, 500)
    pay = [int(round(entry * factor, -2)) for factor in (0.8, 1, 1.45, 2, 2.6)]
    return [
        _pay_by_level(pay),
        _pay_by_year(pay[2], chance),
        _pay_by_town(pay[2], chance),
        _shares("ages", "Who they are", "Most {many} are in the middle of working life")
        | _of("Age", AGES, chance)
        | {"chart_form": "bars"},
        _shares("degrees", "Who they are", "{Many} come to the job by several roads")
        | _of("Highest degree", DEGREES, chance)
        | _headline("Have a bachelor's degree", DEGREES[1], "share"),
        _shares("employers", "Who they are", "{Many} work in small and large places")
        | _of("Size of the employer", EMPLOYERS, chance),
        _shares("contentment", "At work", "Most {many} would choose the job again")
        | _of("Answer", CONTENTMENT, chance, diverging=True)
        | _headline("Very content with the job", CONTENTMENT[0], "share"),
        _shares("tasks", "At work", "Planning and site work fill the week of {many}")
        | _of("Task", TASKS, chance)
        | {"row_order": "value"},
        _skills(chance),
        _openings(chance),
    ]


def _pay_by_level(pay):
    return {
        "end": "pay-by-level",
        "topic": "Pay",
        "title": "Senior {many} earn twice what beginners do",
        "subtitle": "Average salary a year in pounds sterling, by level",
        "data": _data(
            [_text("Level"), _money("Salary")], zip(LEVELS, pay, strict=True)
        ),
        "row_order": "given",
    } | _headline("Average salary, mid-level", LEVELS[2], "salary")


def _pay_by_year(pay, chance):
    years = range(2017, 2029)
    steps = [pay - (2025 - y) * 900 + chance.randrange(-400, 400) for y in years]
    data = _data(
        [{"key": "year", "label": "Year", "type": "year"}, _money("Salary")],
        zip(years, steps, strict=True),
    )
    for row in data["rows"][-2:]:
        row["forecast"] = True
    return {
        "end": "pay-by-year",
        "topic": "Pay",
        "title": "The pay of {many} has risen year after year",
        "subtitle": "Average salary a year in pounds sterling, 2017 to 2028",
        "data": data,
        "chart_form": "line",
        "row_order": "given",
    }


def _pay_by_town(pay, chance):
    towns = chance.sample(TOWNS, 8)
    rows = [(town, pay + chance.randrange(-6_000, 9_000, 100)) for town in towns]
    return {
        "end": "pay-by-town",
        "topic": "Pay",
        "title": "Where {many} work decides what they earn",
        "subtitle": "Average salary a year in pounds sterling, by town",
        "data": _data([_text("Town"), _money("Salary")], rows),
    }


def _skills(chance):
    ranked = enumerate(chance.sample(SKILLS, len(SKILLS)), start=1)
    columns = [{"key": "rank", "label": "Rank", "type": "rank"}, _text("Skill")]
    data = _data(columns, ranked)
    return {
        "end": "skills-asked-for",
        "topic": "Skills",
        "title": "Employers of {many} ask for one skill before all others",
        "subtitle": "Skills named in job adverts, most frequent first",
        "data": data,
        "chart_form": "list",
        "row_order": "given",
    } | _headline("Skill most asked for", data["rows"][0]["cells"][1], "skill")


def _openings(chance):
    columns = [
        _text("Town"),
        *map(_count, ("Openings", "Applicants")),
        _money("Salary"),
    ]
    rows = [
        (town, *(chance.randrange(*r) for r in ((5, 90), (40, 900), (30_000, 60_000))))
        for town in TOWNS
    ]
    return {
        "end": "openings-by-town",
        "topic": "Market and demand",
        "title": "Openings for {many} differ much from town to town",
        "subtitle": "Openings, applicants and salary offered, by town",
        "data": _data(columns, rows),
    }


def _shares(end, topic, title):
    fields = {"end": end, "topic": topic, "title": title, "row_order": "given"}
    return fields | {"subtitle": "Share of all {many}, in percent"}


def _of(label, names, chance, diverging=False):
    """Shares by name that add up to 100, none of them nothing."""
    cuts = sorted(chance.sample(range(1, 100), len(names) - 1))
    parts = [b - a for a, b in zip([0, *cuts], [*cuts, 100], strict=True)]
    columns = [_text(label), {"key": "share", "label": "Share", "type": "percent"}]
    data = _data(columns, zip(names, parts, strict=True))
    return {"data": data | ({"diverging": True} if diverging else {})}


def _headline(label, row, column):
    return {"headline_label": label, "headline_row": row, "headline_column": column}


def _data(columns, rows):
    rows = [{"cells": [str(cell) for cell in row]} for row in rows]
    return {"columns": columns, "rows": rows}


def _text(label):
    return {"key": label.lower().replace(" ", "_"), "label": label, "type": "text"}


def _count(label):
    return _text(label) | {"type": "integer"}


def _money(label):
    return _text(label) | {"type": "money", "currency": "GBP"}
