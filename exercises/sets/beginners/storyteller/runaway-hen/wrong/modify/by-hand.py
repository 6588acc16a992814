print("Pepita ran out of the yard.")
print("Nobody could catch Pepita.")
print("In the evening Pepita came home by bus.")
