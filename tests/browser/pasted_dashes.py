"""List clipboard lines that begin with a dash: of a minus, a speaker, or a list."""

# Left as they are.
PLAIN_TEXT = (
    *("– 5 °C in January\n– 10 °C in July", "– 3 %\n– 4 %", "— €5\n— £6"),
    *("– .5 in all\n– ,7 in all", "– Mild\n– 5 °C in January", "–\xa05 °C\n–\xa06 °C"),
    *("She came in.\n– Who?\n– Me.", "— Stop!\n— Never!", "– Who?\n– What?"),
    *("– “Who is it?”\n– “It is me.”", "– Frogs\n– 3D\n– Why?"),
)
LINES = {
    "<p>– 5 °C in January<p>– 10 °C in July": "– 5 °C in January\n\n– 10 °C in July",
    "<p>– 5 °C<br>– 10 °C": "– 5 °C\\\n– 10 °C",
    "<p>- $5<p>- $6": "\\- $5\n\n\\- $6",
    "<p>– Who?<p>– Me.": "– Who?\n\n– Me.",
    "<p>– <b>Frogs</b><p>– Fish": "- **Frogs**\n- Fish",
    "<p>• 5 frogs<p>• 6 fish": "- 5 frogs\n- 6 fish",
}
PLAIN_LISTS = {
    "– Frogs eat.\n– Fish swim.": "- Frogs eat.\n- Fish swim.",
    "– What?\n– Who?\n– Why?": "- What?\n- Who?\n- Why?",
    "— Frogs\n— Is it fish?": "- Frogs\n- Is it fish?",
}
