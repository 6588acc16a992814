question = "a book about a hen"
for text in ["a book about a mill", "the hen and the fox"]:
    count = 0
    for word in question.split():
        if word in text.split():
            count = count + 1
    print(text, count)
