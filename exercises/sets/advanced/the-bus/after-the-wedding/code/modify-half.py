if minute < 4 * ...:
    return minute + 1440
