print(f"{hen} ran out of the yard.")
print(f"Nobody could catch {...}.")
