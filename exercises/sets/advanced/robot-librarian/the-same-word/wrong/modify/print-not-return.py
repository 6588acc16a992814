def tidy(text):
    print(" ".join(text.lower().split()))
