answer = input("How many guests? ")
number = int(answer)
eggs = number + number
flour = 50 + number * 100
print(f"For {answer} guests")
print(f"{eggs} eggs, {flour} grams of flour")
