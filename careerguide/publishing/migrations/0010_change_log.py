from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("publishing", "0009_notes_and_withdrawals")]

    operations = [
        migrations.CreateModel(
            name="ChangeEntry",
            fields=[
                (
                    "number",
                    models.PositiveBigIntegerField(primary_key=True, serialize=False),
                ),
                ("tags", models.JSONField(null=True)),
            ],
            options={"default_permissions": ()},
        ),
    ]
