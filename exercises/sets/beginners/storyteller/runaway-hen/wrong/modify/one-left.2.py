print(f"{hen} ran out of the yard.")
print("Nobody could catch Zoe.")
print(f"In the evening {hen} came home by bus.")
