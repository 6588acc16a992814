question = input("Your question: ").lower()
while question != "bye":
    for word in question.split():
        if word in answers:
            print(answers[word])
            break
        else:
            print("Sorry, I do not know. The librarian knows it on Monday.")
    question = input("Your question: ").lower()
