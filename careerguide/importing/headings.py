"""Tell lines that look like headings, where nothing else says so."""

SENTENCE_END = (".", "!", ":", ";", ",", "…", "”", '"', "?")
MOST_WORDS, LONGEST = 14, 110  # of a heading


def is_heading(line):
    """Return whether a line that stands alone looks like a heading."""
    words = line.split()
    return (
        0 < len(words) <= MOST_WORDS
        and len(line) <= LONGEST
        and not line.rstrip().endswith(SENTENCE_END)
        and "\t" not in line.strip()
        and any(character.isalpha() for character in line)
    )
