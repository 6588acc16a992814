# For grandmother's pickles:
