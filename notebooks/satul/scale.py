"""Round numbers for grids and axes."""

import math


def round_step(span: float, most: float) -> float:
    """The smallest of 1, 2, 5, 10, 20, 50, ... that cuts ``span`` into at most ``most`` pieces."""
    rough = span / most
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * factor for factor in (1, 2, 5, 10, 20) if power * factor >= rough * (1 - 1e-9))


def ticks(low: float, high: float, most: int = 6) -> list[float]:
    """Round numbers at equal steps from ``low`` or just below it to ``high`` or just above it."""
    if high <= low:
        high = low + 1
    step = round_step(high - low, most)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(n * step, 12) for n in range(first, last + 1)]


def shown(number: float) -> str:
    """A number as people write it: no ``.0``, no ``e+06``, at most a few decimals."""
    rounded = round(number, 6) if abs(number) >= 1e-3 else number
    return f"{rounded:.10g}" if abs(number) < 1e10 else f"{number:.3g}"
