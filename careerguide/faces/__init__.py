"""Show content to programs: Markdown, feeds, structured data, previews of links.

Each is made from what `published()` finds, as the page beside it is, and knows content
through the registry alone.
"""
