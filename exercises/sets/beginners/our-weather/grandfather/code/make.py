# Is grandfather right?
