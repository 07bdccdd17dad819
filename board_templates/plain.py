"""The name for values that are plain data: what JSON can hold, and nothing else."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

Plain: TypeAlias = Any
"""A text, a number, true or false, null, or lists and mappings of these. A recursive type would
only make every look into such a value a cast; the expressions check what they are given."""

PLAIN: Final = (str, int, float, bool, type(None), list, tuple, dict)
"""What such values are made of."""

PLAIN_CLASSES: Final[frozenset[type]] = frozenset(PLAIN)
"""The same, to ask for the class of a value, which is much faster than `isinstance`."""
