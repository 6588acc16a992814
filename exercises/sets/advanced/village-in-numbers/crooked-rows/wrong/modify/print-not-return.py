def number(text):
    if not text.strip().isdigit():
        print(None)
    else:
        print(int(text))
