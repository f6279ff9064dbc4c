"""Show a plan to whoever reviews it, and change it one operation at a time."""
