"""How the decimal marks of a form are called, and where they are read."""

from .importing.amounts import Amount, take_apart
from .importing.digits import COMMA, MARKS, POINT
from .importing.evidence import Unsettled

EXAMPLES = {POINT: "1,234.56", COMMA: "1.234,56"}

__all__ = ["COMMA", "EXAMPLES", "MARKS", "POINT", "Amount", "Unsettled", "take_apart"]
