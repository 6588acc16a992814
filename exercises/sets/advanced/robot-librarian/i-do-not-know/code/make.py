question = input("Your question: ")
print(question)
