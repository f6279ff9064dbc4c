"""Define why something cannot be done with an import: sentences for people."""


class Refused(Exception):
    """Says in `sentences` why something is not done."""

    def __init__(self, *sentences):
        super().__init__(" ".join(map(str, sentences)))
        self.sentences = list(map(str, sentences))


class Stale(Refused):
    """The plan was changed meanwhile, in another tab or by somebody else."""


class NotReady(Refused):
    """Says what has to be decided or changed before drafts are made."""
