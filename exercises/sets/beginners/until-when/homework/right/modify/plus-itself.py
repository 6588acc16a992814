wait = 1
number = 0
seconds = 0
while number < code:
    seconds += wait
    wait = wait + wait
    number += 1
print(f"The crow needs {seconds} seconds.")
