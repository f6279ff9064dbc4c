"""Put all tables of a guide into one file: a Data Package (frictionlessdata.io).

A CSV for each table, what each column means, where the numbers are from, how to cite
them. The same guide gives the same bytes.
"""
