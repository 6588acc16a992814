def yes(text):
    if text.strip().lower() == "yes":
        return True
    return False
