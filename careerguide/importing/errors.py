"""Define why a document is not read: a sentence, translated where it is shown."""


def gettext_noop(sentence):
    """Mark a sentence for translation: Django's needs settings, a child has none."""
    return sentence


TOO_DEEP = gettext_noop("The document cannot be read: its parts are nested too deep.")


class Refusal(Exception):
    """Says why a document is not read; `sentence` is English, marked for translation.

    It is raised in a process that knows no language, too.
    """

    def __init__(self, sentence, **values):
        super().__init__(sentence % values if values else sentence)
        self.sentence, self.values = sentence, values
