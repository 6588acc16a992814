number = 0
seconds = 0
wait = 1
while number != code:
    number = number + 1
    wait = wait * 2
    seconds = seconds + wait
print(f"The crow needs {seconds} seconds.")
