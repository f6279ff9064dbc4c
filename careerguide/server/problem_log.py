"""Log a problem that comes back each second only once."""

MOST = 50


class Problems:
    """Problems that were logged since the last time that all was well."""

    def __init__(self):
        self.told = set()

    def tell(self, logger, sentence, error):
        """Log the error with its traceback, where it is not one that was told."""
        told = type(error), str(error)
        if told not in self.told and len(self.told) < MOST:
            self.told.add(told)
            logger.error("%s: %s", sentence, error, exc_info=error)

    def clear(self):
        self.told.clear()
