def hours(candles):
    return candles * 4


interact(hours, candles=slider(1, 6))
