question = input("Your question: ").lower()
while question != "bye":
    for word in question.split():
        if word in answers:
            print(answers[word])
            break
    question = input("Your question: ").lower()
