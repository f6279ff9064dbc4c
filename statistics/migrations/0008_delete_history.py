from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("statistics", "0007_order_that_fits_the_rows"),
        ("publishing", "0006_copy_history"),
    ]

    operations = [migrations.DeleteModel(name="HistoricalStatTable")]
