question = input("Your question: ").lower()
while question != "bye":
    found = False
    for word in question.split():
        if word in answers:
            print(answers[word])
            found = True
    if not found:
        print("Sorry, I do not know. The librarian knows it on Monday.")
    question = input("Your question: ").lower()
