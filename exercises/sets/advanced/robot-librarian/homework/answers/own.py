# Five questions that break Filă:
questions = [
    "a book that is not about a cat",
    "something with horses",
    "horse?",
    "it has four paws and says meow",
    "the same as last time",
]
for question in questions:
    print(question, "->", robot(question))
# Crina would understand the last one at once, because she knows me.
