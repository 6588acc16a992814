answers = {"open": "From 10 to 18.", "cat": "She sleeps on shelf 3."}
question = "please tell me when it is open"
found = None
for word in question.split():
    if word in answers:
        found = answers[word]
        break
print(found)
