question = input("Your question: ").lower()
while question != ...:
    reply = "Sorry, ..."
    for word in question.split():
        if word in answers:
            ...
            break
    print(reply)
    ...
