floor = 2
wish = 5
if wish == floor:
    print("You are there.")
elif wish > floor:
    print("Up!")
else:
    print("Down!")
