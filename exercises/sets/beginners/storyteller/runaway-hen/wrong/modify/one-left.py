print(f"{hen} ran out of the yard.")
print(f"Nobody could catch {hen}.")
print("In the evening Zoe came home by bus.")
