"""Measures, and what tables say of where their numbers come from."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("careerguide", "0008_career_groups"),
        ("statistics", "0008_former_names"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="stattable",
            name="margin",
            field=models.CharField(
                blank=True,
                help_text="As the source gives it: ± 3 percentage points.",
                max_length=100,
                verbose_name="margin of error",
            ),
        ),
        migrations.AddField(
            model_name="stattable",
            name="own_definition",
            field=models.CharField(
                blank=True,
                help_text="Only where it differs from the definition of the measure: Full-time employees only.",
                max_length=200,
                verbose_name="counted otherwise",
            ),
        ),
        migrations.AddField(
            model_name="stattable",
            name="pay_parts",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "Not said"),
                    ("base", "Base pay only"),
                    ("total", "Pay with bonuses"),
                ],
                default="",
                max_length=10,
                verbose_name="parts of pay",
            ),
        ),
        migrations.AddField(
            model_name="stattable",
            name="pay_period",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "Not said"),
                    ("hour", "Per hour"),
                    ("week", "Per week"),
                    ("month", "Per month"),
                    ("year", "Per year"),
                ],
                default="",
                max_length=10,
                verbose_name="paid for",
            ),
        ),
        migrations.AddField(
            model_name="stattable",
            name="pay_tax",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "Not said"),
                    ("gross", "Before tax"),
                    ("net", "After tax"),
                ],
                default="",
                max_length=10,
                verbose_name="tax",
            ),
        ),
        migrations.AddField(
            model_name="stattable",
            name="place",
            field=models.CharField(
                blank=True,
                help_text="Where the numbers are about: United States.",
                max_length=100,
                verbose_name="place",
            ),
        ),
        migrations.AddField(
            model_name="stattable",
            name="price_year",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="Of amounts at the prices of one year: 2024.",
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(9999),
                ],
                verbose_name="year of the prices",
            ),
        ),
        migrations.AddField(
            model_name="stattable",
            name="prices",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "Not said"),
                    ("nominal", "As paid at the time"),
                    ("constant", "At the prices of one year"),
                ],
                default="",
                max_length=10,
                verbose_name="prices",
            ),
        ),
        migrations.AddField(
            model_name="stattable",
            name="provenance",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "Not said"),
                    ("official", "Official statistics"),
                    ("survey", "Survey"),
                    ("worked_out", "Worked out from other numbers"),
                    ("claimed", "Claimed by this guide’s founding document"),
                ],
                default="",
                help_text="Readers see it below the table.",
                max_length=10,
                verbose_name="how the numbers were found",
            ),
        ),
        migrations.AddField(
            model_name="stattable",
            name="sample_size",
            field=models.PositiveIntegerField(
                blank=True,
                help_text="How many people or things were asked or counted: 1240.",
                null=True,
                validators=[django.core.validators.MinValueValidator(1)],
                verbose_name="number asked",
            ),
        ),
        migrations.AddField(
            model_name="stattable",
            name="statistic",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "Not said"),
                    ("mean", "Mean"),
                    ("median", "Median"),
                    ("p10", "10th percentile"),
                    ("p25", "25th percentile"),
                    ("p75", "75th percentile"),
                    ("p90", "90th percentile"),
                ],
                default="",
                max_length=10,
                verbose_name="kind of average",
            ),
        ),
        migrations.CreateModel(
            name="Measure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="What readers see, without the career: Average pay, mid-level.",
                        max_length=60,
                        verbose_name="name",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Its part of an address: average-pay. It stays as it is.",
                        max_length=60,
                        unique=True,
                        verbose_name="slug",
                    ),
                ),
                (
                    "definition",
                    models.CharField(
                        help_text="What is counted, of whom, in one sentence: What people with three to seven years in the career earn on average.",
                        max_length=300,
                        verbose_name="definition",
                    ),
                ),
                (
                    "unit_kind",
                    models.CharField(
                        choices=[
                            ("pay", "Pay: money for work"),
                            ("money", "Another amount of money"),
                            ("share", "A share, in percent"),
                            ("count", "A count of people or things"),
                            ("duration", "A length of time"),
                            ("score", "A score on a scale"),
                            ("rank", "A rank"),
                            ("words", "A name or words"),
                        ],
                        help_text="Quick facts of this measure stand in a column of this kind.",
                        max_length=10,
                        verbose_name="kind of unit",
                    ),
                ),
                (
                    "order",
                    models.PositiveIntegerField(
                        default=0,
                        help_text="Its place among measures: 1 comes first.",
                        verbose_name="order",
                    ),
                ),
            ],
            options={
                "verbose_name": "measure",
                "verbose_name_plural": "measures",
                "ordering": ["order", "name"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("definition__gt", ""), ("name__gt", ""), ("slug__gt", "")
                        ),
                        name="statistics_measure_is_named",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "unit_kind__in",
                                [
                                    "pay",
                                    "money",
                                    "share",
                                    "count",
                                    "duration",
                                    "score",
                                    "rank",
                                    "words",
                                ],
                            )
                        ),
                        name="statistics_measure_unit_kind_is_known",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="stattable",
            name="measure",
            field=models.ForeignKey(
                blank=True,
                help_text="What it has in common with quick facts of other careers.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="statistics.measure",
                verbose_name="measure of the quick fact",
            ),
        ),
        migrations.AddConstraint(
            model_name="stattable",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "published")),
                fields=("career", "measure"),
                name="statistics_stattable_one_of_a_measure",
            ),
        ),
        migrations.AddConstraint(
            model_name="stattable",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("measure", None),
                    ("headline_label__gt", ""),
                    models.Q(("status", "published"), _negated=True),
                    _connector="OR",
                ),
                name="statistics_stattable_measure_is_of_a_quick_fact",
            ),
        ),
        migrations.AddConstraint(
            model_name="stattable",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "provenance__in",
                        ["", "official", "survey", "worked_out", "claimed"],
                    )
                ),
                name="statistics_stattable_provenance_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="stattable",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "statistic__in",
                        ["", "mean", "median", "p10", "p25", "p75", "p90"],
                    )
                ),
                name="statistics_stattable_statistic_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="stattable",
            constraint=models.CheckConstraint(
                condition=models.Q(("pay_tax__in", ["", "gross", "net"])),
                name="statistics_stattable_pay_tax_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="stattable",
            constraint=models.CheckConstraint(
                condition=models.Q(("pay_parts__in", ["", "base", "total"])),
                name="statistics_stattable_pay_parts_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="stattable",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("pay_period__in", ["", "hour", "week", "month", "year"])
                ),
                name="statistics_stattable_pay_period_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="stattable",
            constraint=models.CheckConstraint(
                condition=models.Q(("prices__in", ["", "nominal", "constant"])),
                name="statistics_stattable_prices_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="stattable",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("prices", "constant"),
                        models.Q(("price_year", None), _negated=True),
                    ),
                    models.Q(
                        models.Q(("prices", "constant"), _negated=True),
                        ("price_year", None),
                    ),
                    models.Q(("status", "published"), _negated=True),
                    _connector="OR",
                ),
                name="statistics_stattable_price_year_is_of_constant_prices",
            ),
        ),
    ]
