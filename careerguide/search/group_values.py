"""Say how much a group of a query counts, by which of its words stand where."""

KEY, TEXT = 0.65, 0.4  # in what sums a section up, and in its text
AGAIN_IN_KEY = 0.05  # for each time that a word stands there again, up to
MOST_AGAIN = 3
MOST_OF_KEY = KEY + AGAIN_IN_KEY * MOST_AGAIN


def words_of(group):
    """{token: quality} of its words, and (tokens, quality) of those that are one."""
    singles, rows = {}, []
    for alternative in group.alternatives:
        tokens, quality = alternative.tokens, alternative.quality
        if len(tokens) == 1:
            singles[tokens[0]] = max(quality, singles.get(tokens[0], 0))
        else:
            rows.append((tokens, quality))
    return singles, rows


def among(tokens, singles, rows):
    """Return the quality of the best of these words that is among a set of tokens."""
    best = 0
    for token in singles.keys() & tokens:
        best = max(best, singles[token])
    for row, quality in rows:
        if quality > best and tokens.issuperset(row):
            best = quality
    return best


def in_key(key, singles, rows):
    """Return how much these words count in what sums up: {token: how often}."""
    best = 0
    for token in singles.keys() & key.keys():
        best = max(best, singles[token] * _of_times(key[token]))
    for tokens, quality in rows:
        if key.keys() >= {*tokens}:
            times = min(key[token] for token in tokens)
            best = max(best, quality * _of_times(times))
    return best


def _of_times(times):
    return KEY + AGAIN_IN_KEY * min(MOST_AGAIN, times - 1)
