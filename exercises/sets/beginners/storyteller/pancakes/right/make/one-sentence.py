guests = int(input("How many guests? "))
eggs = 2 * guests
flour = 100 * guests + 50
title = f"Cake for {guests}"
print(title)
print(f"Take {eggs} eggs and {flour} grams of flour. Do not show the goat!")
