print("{hen} ran out of the yard.")
print("Nobody could catch {hen}.")
print("In the evening {hen} came home by bus.")
