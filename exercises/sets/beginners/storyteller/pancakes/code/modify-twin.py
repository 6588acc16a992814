tents = int(input("How many tents? "))
pegs = tents * 8 + 5
print(f"Take {pegs} pegs.")
