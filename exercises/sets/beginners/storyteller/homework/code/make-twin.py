fruit = input("Which fruit? ")
jars = int(input("How many jars? "))
label = f"{jars} jars of {fruit}"
sugar = f"Sugar: {jars * 2} cups"
print(label)
print(sugar)
