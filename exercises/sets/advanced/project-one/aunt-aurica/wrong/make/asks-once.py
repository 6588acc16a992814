lamps = []
text = input("Which lamp is dark? ")
number = lamp_number(text)
if number is not None and 1 <= number <= 40:
    lamps.append(number)
print("Lamps:", lamps)
