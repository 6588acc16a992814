def reply(answers, word):
    if word in answers:
        print(answers[word])
    else:
        print(f"Sorry, I know nothing about: {word}")
