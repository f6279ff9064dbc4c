from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("careerguide", "0007_events"),
        ("publishing", "0006_copy_history"),
    ]

    operations = [
        migrations.DeleteModel(name="HistoricalCareer"),
        migrations.DeleteModel(name="HistoricalPage"),
    ]
