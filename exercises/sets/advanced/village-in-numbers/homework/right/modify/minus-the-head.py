def count_rows(text):
    full = [line for line in text.splitlines() if line.strip()]
    return len(full) - 1
