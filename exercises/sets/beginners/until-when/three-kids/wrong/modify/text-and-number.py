voice = input("Who is there? ")
wolves = 0
while voice != "mother":
    print("Go away!")
    wolves = wolves + 1
    voice = input("Who is there? ")
print("Come in!")
print("Wolves: " + wolves)
