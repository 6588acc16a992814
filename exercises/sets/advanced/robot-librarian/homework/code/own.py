# Five questions that break Filă:
questions = [
    "a book that is not about a cat",
]
for question in questions:
    print(question, "->", robot(question))
