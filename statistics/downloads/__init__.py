"""Offer a table for download: the same data as CSV, JSON, spreadsheet and picture.

`formats` names the forms; each maker is a pure function from a `StatTable` to bytes.
"""
