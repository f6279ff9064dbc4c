"""Describe pages in the words of schema.org, for search engines and other programs.

Only what we know is said: a property that an item does not fill is left out.
"""
