"""How long a file is, in words."""

from __future__ import annotations

_UNITS = (("GB", 10**9), ("MB", 10**6), ("kB", 10**3))


def say_bytes(count: int) -> str:
    """Return a number of bytes in decimal units, three digits of it at most: ``999 bytes``, ``48.3 kB``, ``280 kB``."""
    for unit, size in _UNITS:
        if count >= size * 0.9995:  # from here on the smaller unit would be rounded to a thousand
            return f"{count / size:.3g} {unit}"
    return f"{count} byte{'' if count == 1 else 's'}"
