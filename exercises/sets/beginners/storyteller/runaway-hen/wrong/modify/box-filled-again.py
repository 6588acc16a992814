hen = "Zoe"
print(f"{hen} ran out of the yard.")
print(f"Nobody could catch {hen}.")
print(f"In the evening {hen} came home by bus.")
