def news(text):
    new_words = []
    foxes = 0
    for word in text.split():
        if word.strip(".!").lower() == "fox":
            new_words.append("cat")
            foxes = foxes + 1
        else:
            new_words.append(word)
    return [" ".join(new_words), foxes]


print(news("A fox came. Nobody saw the Fox!"))
