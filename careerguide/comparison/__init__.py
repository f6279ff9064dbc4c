"""Set careers side by side, and say which of their numbers cannot be compared."""
