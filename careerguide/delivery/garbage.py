"""Looking for garbage less often, among less: most of what a site holds stays."""

import gc

# Python looks after 700 new objects that could hold each other. A page makes tens of
# thousands, and nearly all are gone with the page without being looked for.
EVERY = 10_000


def spare_what_stays():
    """To be called once all is loaded: what lives now is never looked at again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(EVERY)
