wolves = 0
voice = ""
while voice != "mother":
    voice = input("Who is there? ")
    if voice != "mother":
        wolves = wolves + 1
        print("Go away!")
print("Come in!")
print(f"Wolves: {wolves}")
