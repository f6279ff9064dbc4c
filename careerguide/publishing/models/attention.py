"""Declare what items of a type may lack, for lists to filter and the desk to count."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Attention:
    """A state that asks for somebody: `attention` of a model lists them.

    `condition()` returns the condition for it, today; `name` stands in addresses.
    """

    name: str
    title: str
    condition: Callable
