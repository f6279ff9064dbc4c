"""Keep what readers could take from a table, each time it was published: its editions.

An edition has a number, a day and a permanent address; its files are stored as they
were served. `recording` makes them, `withdrawal` takes one back.
"""
