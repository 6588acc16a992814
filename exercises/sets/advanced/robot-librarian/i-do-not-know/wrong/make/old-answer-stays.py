reply = "Sorry, I do not know. The librarian knows it on Monday."
question = input("Your question: ").lower()
while question != "bye":
    for word in question.split():
        if word in answers:
            reply = answers[word]
            break
    print(reply)
    question = input("Your question: ").lower()
