talking = True
while talking:
    words = input("Your question: ").lower().split()
    if words == ["bye"]:
        talking = False
    else:
        hits = [answers[word] for word in words if word in answers]
        if hits:
            print(hits[0])
        else:
            print("Sorry, I am only a robot.")
            print("The librarian comes on Monday.")
