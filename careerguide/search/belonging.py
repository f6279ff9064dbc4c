"""Say how much more a hit counts by what it belongs to: its career, or the site."""

NAMED = 0.35  # for what belongs to a career whose name was asked for
# For a career that has all words, of which the last is that of its name: whoever asks
# for an “AI engineer” asks for a career by another name.
OF_OCCUPATION = 0.3
OF_SITE = 1.0  # for what belongs to no career, where the site itself was asked for


class Belonging:
    """What the words of one query say of careers and of the site.

    `asked` are the ids of the groups that all hits have, and `content_weights` by
    content type what is added to them.
    """

    def __init__(self, wanted, asked, content_weights):
        self.wanted, plan = wanted, wanted.plan
        # Only a name asks for a career: a question asks for an answer.
        self.weights = {} if plan.is_question else content_weights
        self.is_of_site, self.is_occupation = plan.is_of_site, plan.is_occupation
        self.typed = {
            token for group in plan.required for token in group.alternatives[0].tokens
        }
        words = [group for group in plan.groups if not group.is_light]
        self.is_name = all(id(g) in asked and not g.is_stop_word for g in words)
        self.last = plan.groups[-1].alternatives[0].tokens[-1] if plan.groups else ""

    def of(self, hit, in_heading, in_context):
        """Return it of a hit with these tokens in its heading and its context."""
        if not hit.context:
            of_context = OF_SITE if self.is_of_site else 0
        else:
            of_context = NAMED if self.wanted.is_named(hit) else 0
        weight = self.weights.get(hit.content_type)
        return (
            of_context + self._as_career(hit, weight, in_heading | in_context)
            if weight
            else of_context
        )

    def _as_career(self, hit, weight, there):
        if self.typed <= there:
            return weight
        is_name = self.is_name and hit.heading_words.endswith(self.last)
        is_name = is_name or (self.is_occupation and self.wanted.is_named(hit))
        return weight + OF_OCCUPATION if is_name else 0
