"""Tell what a career pays, where a quick fact says exactly what its number is.

Schema.org has words for the median and four percentiles, and none for a mean, which is
the most that many tables know: then nothing is said.
"""

from statistics.measures.choices import PayPeriod, Statistic
from statistics.measures.facts import fact_of

WORDS = {
    Statistic.P10: "percentile10",
    Statistic.P25: "percentile25",
    Statistic.MEDIAN: "median",
    Statistic.P75: "percentile75",
    Statistic.P90: "percentile90",
}
DURATIONS = {
    PayPeriod.HOUR: "PT1H",
    PayPeriod.WEEK: "P1W",
    PayPeriod.MONTH: "P1M",
    PayPeriod.YEAR: "P1Y",
}


def pay_known(tables):
    """Return a distribution for each of the tables whose quick fact is such pay."""
    facts = [fact_of(table) for table in tables if table.statistic in WORDS]
    return [
        {
            "@type": "MonetaryAmountDistribution",
            "name": fact.label,
            "currency": fact.currency,
            "duration": DURATIONS[fact.table.pay_period],
            WORDS[fact.table.statistic]: float(fact.amount),
        }
        for fact in facts
        if fact and _is_pay(fact)
    ]


def _is_pay(fact):
    return (
        fact.table.pay_period in DURATIONS
        and fact.currency
        and fact.amount is not None
        and fact.is_exact
        and not fact.forecast
    )
