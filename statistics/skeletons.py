"""Make of a table what the same table of another career may begin with."""

from careerguide.publishing.models.skeletons import renamed

MOST = 200  # characters of a title


def skeleton_of(item, career):
    """Keep its columns: the title and the rows are true of its own career alone."""
    columns = item.table.to_json()["columns"]
    for column in columns:
        column["label"] = renamed(column["label"], item, career)
    return type(item)(
        career=career,
        topic=renamed(item.topic, item, career),
        language=item.language,
        review_by=item.next_review(),
        title=_in_words(column["label"] for column in columns),
        data={"columns": columns, "rows": []},
        chart_form=item.chart_form,
        row_order=item.row_order,
    )


def has_title_of_columns(item):
    """Return whether its title is still what `skeleton_of` makes of one."""
    labels = _in_words(column.label for column in item.table.columns)
    return bool(labels) and " ".join(item.title.split()) == " ".join(labels.split())


def _in_words(labels):
    return ", ".join(labels)[:MOST]
