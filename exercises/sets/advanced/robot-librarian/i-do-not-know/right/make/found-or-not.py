while True:
    question = input("Your question: ")
    question = question.lower()
    if question == "bye":
        break
    found = False
    for word in question.split():
        if word in answers and not found:
            print(answers[word])
            found = True
    if not found:
        print("Oh, sorry! Only our librarian can help here.")
