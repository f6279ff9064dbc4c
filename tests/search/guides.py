"""Make two small guides with names, accents, signs and numbers that the others lack."""

from articles.models import Article
from careerguide.models import Career
from faq.models import FAQEntry
from statistics.models import StatTable

LANGUAGES = """
Most studios ask for two languages, and for one engine in which they are used.

## C++ and the engine

Large engines are written in C++. Whoever works on rendering or physics reads it daily.

## C# and Unity

Unity takes its scripts in C#, which is quicker to learn and hides the memory.

## .NET and its tools

Tools for level designers often run on .NET, and the shop of a game on ASP.NET.

## Node.js on the server

High scores and friends are kept by small servers, many of them written in Node.js.
"""
HOURS = """
A quiet week has forty hours. The months before a release are another matter.

## Crunch

Crunch means evenings and weekends for weeks on end. Ask for it in the interview.

## Live games run 24/7

Somebody is on call around the clock, as players in Tōkyō are awake when São Paulo
sleeps.

## Remote work

Three in five studios let a game developer work from home on most days.
"""
DAY = """
The first guest comes at seven, and the day began three hours earlier.

## Before dawn

Dough is shaped at four, the coffee machine is warm at six.

## Crème brûlée and croissants

What is baked here sells best: croissants in the morning, crème brûlée after lunch.

## Hygiene rules

Write down the temperature of each fridge twice a day, and keep the list for a year.
"""
OPENING = """
Between the idea and the first cup lie about nine months.

## Permits

The town wants plans of the kitchen, and a permit for each chair on the pavement.

## Rent and deposit

A landlord asks for three months' rent before you get the keys.

## How much money you need

A small café costs about $250,000 before it opens; a chain spends $2.5 million on ten.
"""


def game_developer():
    """The career and what belongs to it; nothing is saved."""
    career = Career(
        name="Game Developer",
        slug="game-developer",
        other_names="games programmer, gameplay programmer",
        summary="Game developers write the software of which games are made.",
    )
    return career, [
        Article(
            title="Languages and engines of game developers",
            slug="game-developer-languages",
            summary="Which programming languages studios ask for, and where.",
            takeaways="- Learn one language well.\n- An engine is learnt by using it.",
            body=LANGUAGES,
        ),
        Article(
            title="Working hours and crunch",
            slug="game-developer-hours",
            summary="How long a week is, and when it is longer.",
            takeaways="- Ask about crunch before you sign.",
            body=HOURS,
        ),
        _table(
            "Game developers earn most in Zürich",
            "Average salary a year in Swiss francs, by city",
            "game-developer-salaries-by-city",
            "Pay",
            [_text("City"), {"type": "money", "currency": "CHF"} | _label("Salary")],
            [
                ("Zürich", "124000"),
                ("Montréal", "81000"),
                ("Malmö", "67500"),
                ("Kraków", "39000"),
                ("São Paulo", "31000"),
            ],
        ),
        _table(
            "Most game developers have a first degree",
            "Share of game developers, by highest degree",
            "game-developer-degrees",
            "Education",
            [_text("Degree"), {"type": "percent"} | _label("Share")],
            [("None", "22"), ("B.Sc.", "51"), ("M.Sc.", "24"), ("Ph.D.", "3")],
        ),
        _entry(
            "Do game developers need mathematics?",
            "game-developer-maths",
            "Vectors and matrices, yes; proofs, hardly ever.",
        ),
        _entry(
            "What belongs in a portfolio?",
            "game-developer-portfolio",
            "Two small games that can be played in a browser say more than ten videos.",
        ),
        _entry(
            "How long should a résumé be?",
            "game-developer-resume",
            "One page. Name the games that you worked on, and what you did in each.",
        ),
        _entry(
            "What is an NDA?",
            "game-developer-nda",
            "A non-disclosure agreement: a promise not to speak of unfinished games.",
        ),
    ]


def cafe_owner():
    career = Career(
        name="Café Owner",
        slug="cafe-owner",
        other_names="coffee shop owner, coffeehouse manager",
        summary="Café owners bake, serve, hire and count, often on the same day.",
    )
    return career, [
        Article(
            title="A day in a café",
            slug="cafe-owner-day",
            summary="From four in the morning to the evening's accounts.",
            takeaways="- The day begins at four.",
            body=DAY,
        ),
        Article(
            title="Opening a café: permits, rent and money",
            slug="cafe-owner-opening",
            summary="What has to be in place before the first guest comes in.",
            takeaways="- Nine months, and more money than you think.",
            body=OPENING,
        ),
        _table(
            "The espresso machine is the dearest thing in the room",
            "Price of what a small café buys, in US dollars",
            "cafe-owner-costs",
            "Money",
            [_text("Thing"), {"type": "money", "currency": "USD"} | _label("Price")],
            [
                ("Espresso machine", "12500"),
                ("Fridges", "7200"),
                ("Grinder", "1900"),
                ("Cups and plates", "850"),
            ],
        ),
        _entry(
            "Do I need a licence to sell food?",
            "cafe-owner-food-licence",
            "Yes, in most countries: the kitchen is looked at before it is granted.",
        ),
        _entry(
            "Should a café offer Wi-Fi?",
            "cafe-owner-wifi",
            "Guests expect it; some owners switch it off at the busiest hours.",
        ),
        _entry(
            "Is it naïve to open a café without experience?",
            "cafe-owner-naive",
            "A year as an employee in somebody else's saves most of the mistakes.",
        ),
    ]


def _table(title, subtitle, slug, topic, columns, rows):
    data = {"columns": columns, "rows": [{"cells": list(row)} for row in rows]}
    return StatTable(title=title, subtitle=subtitle, slug=slug, topic=topic, data=data)


def _entry(question, slug, answer):
    return FAQEntry(question=question, slug=slug, answer=answer)


def _label(label):
    return {"key": label.lower(), "label": label}


def _text(label):
    return {"type": "text"} | _label(label)
