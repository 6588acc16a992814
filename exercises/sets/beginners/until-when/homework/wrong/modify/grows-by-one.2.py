number = 0
seconds = 0
while number != code:
    number = number + 1
    seconds = seconds + number
print(f"The crow needs {seconds} seconds.")
