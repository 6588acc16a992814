number = 15
if number <= 10:
    print("Top shelf")
elif number <= 20:
    print("Middle shelf")
else:
    print("Bottom shelf")
