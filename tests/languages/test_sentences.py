"""Test where texts are cut."""

from careerguide.languages.sentences import cut_at_word, whole_sentences
from tests.each import each

LONG = "Word " * 60


@each(
    "text, shown",
    [
        ("One. Two.", "One. Two."),
        (f"One two. {LONG}", "One two."),
        (f"Pay is 3.5 in the U.S. market. {LONG}", "Pay is 3.5 in the U.S. market."),
        (f"Is it? Yes! {LONG}", "Is it? Yes!"),
        (f"“So it is.” {LONG}", "“So it is.”"),
        (f"{'a ' * 40}then: {LONG}", f"{'a ' * 40}then."),
        (f"They need:\n- {'a ' * 30}\n\n- {LONG}", f"They need: - {'a ' * 29}a…"),
        (f"{'a ' * 40}then:\n- b\n- {LONG}", f"{'a ' * 40}then."),
        (f"In short\n{LONG}", f"In short {'Word ' * 37}Word…"),
        (LONG, "Word " * 39 + "Word…"),
        ("x" * 300, "x" * 199 + "…"),
    ],
)
def test_whole_sentences(text, shown):
    assert whole_sentences(text) == shown


@each("most", range(1, 40))
def test_nothing_is_longer_than_allowed(most):
    text = "Half of all engineers are young. And so on and on."
    assert len(cut_at_word(text, most)) <= most
    assert len(whole_sentences(text, most)) <= most
