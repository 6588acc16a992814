def advise(books, question):
    ...


print(advise(shelf, "two wolves"))
