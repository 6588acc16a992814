lamps = []
input = input("Which lamp is dark? ")
while input.strip().lower() != "stop":
    number = lamp_number(input)
    if number is not None and 1 <= number <= 40 and number not in lamps:
        lamps.append(number)
    input = input("Which lamp is dark? ")
