from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("faq", "0006_events"),
        ("publishing", "0006_copy_history"),
    ]

    operations = [migrations.DeleteModel(name="HistoricalFAQEntry")]
