knocks = 1
voice = input("Who is there? ")
while voice != "mother":
    knocks = knocks + 1
    print("Go away!")
    voice = input("Who is there? ")
print("Come in!")
print("Wolves:", knocks - 1)
