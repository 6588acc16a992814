if number <= 10:
    print("Top shelf")
elif number <= 20:
    print("Middle shelf")
elif ...:
    print("Bottom shelf")
...
