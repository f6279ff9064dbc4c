from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("publishing", "0003_move_plans")]

    operations = [
        migrations.RemoveIndex(model_name="workingcopy", name="drafts_by_time"),
        migrations.RemoveField(model_name="workingcopy", name="publish_at"),
        migrations.RemoveField(model_name="workingcopy", name="scheduled_by"),
        migrations.RemoveField(model_name="workingcopy", name="problem"),
    ]
