lamps = []
text = input("Which lamp is dark? ")
while text.strip().lower() != "stop":
    number = lamp_number(text)
    if number is None or number < 1 or number >= 40:
        print("A number from 1 to 40, please.")
    elif number in lamps:
        print("Thank you, we know it already.")
    else:
        lamps.append(number)
    text = input("Which lamp is dark? ")
print("Lamps:", lamps)
