# People at the censuses of 1992 and 2021
table = ["Romania,22810035,19053815", "first class,2,4", "library,80,100", "storks,?,3"]


def number(text):
    text = text.strip()
    if not text.isdigit():
        return None
    return int(text)
