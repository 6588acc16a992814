# How high does the snow lie?
