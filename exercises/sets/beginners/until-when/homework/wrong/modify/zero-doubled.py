number = 0
seconds = 0
while number != code:
    number = number + 1
    seconds = seconds * 2
print(f"The crow needs {seconds} seconds.")
