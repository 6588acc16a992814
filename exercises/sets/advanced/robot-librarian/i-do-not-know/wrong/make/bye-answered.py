question = ""
while question != "bye":
    question = input("Your question: ").lower()
    reply = "Sorry, I do not know. The librarian knows it on Monday."
    for word in question.split():
        if word in answers:
            reply = answers[word]
            break
    print(reply)
