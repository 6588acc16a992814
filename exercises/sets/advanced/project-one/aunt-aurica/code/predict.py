answers = ["7", " 12 ", "seven", ""]
for text in answers:
    if text.strip().isdigit():
        print("lamp", int(text))
    else:
        print("A number, please.")
