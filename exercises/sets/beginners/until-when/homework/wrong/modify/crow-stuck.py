number = 0
seconds = 0
wait = 1
while number != code:
    seconds = seconds + wait
    wait = wait * 2
print(f"The crow needs {seconds} seconds.")
