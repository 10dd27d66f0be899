"""What phrases mean: each operator takes the anchor and the arguments that a rule binds, and returns a When.

An operator returns None for what is no date after all (30 February). Arguments carry the names of the token types of
the phrase (see `languages/en/dates.toml`); Expressions among them have been given their values already.
"""

from timeline.operators import calendar, cells, clock, lengths, months, numbers, sets, weekdays
from timeline.operators.registry import OPERATORS, value

__all__ = ["OPERATORS", "calendar", "cells", "clock", "lengths", "months", "numbers", "sets", "value", "weekdays"]
