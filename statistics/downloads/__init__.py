"""A table to take away: the same record as CSV, JSON, spreadsheet and picture.

`formats` names the forms; each maker is a pure function from a `StatTable` to bytes.
"""
