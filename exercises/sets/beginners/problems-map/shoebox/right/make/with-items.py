numbers = []
quiet = []
for problem, number in votes.items():
    numbers.append(number)
    if number == 1:
        quiet = quiet + [problem]
total = sum(numbers)
