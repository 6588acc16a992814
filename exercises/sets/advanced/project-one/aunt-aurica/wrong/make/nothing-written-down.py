lamps = []
text = input("Which lamp is dark? ")
while text.strip().lower() != "stop":
    number = lamp_number(text)
    if number not in lamps and (number is None or 1 <= number <= 40):
        lamps.append(number)
    text = input("Which lamp is dark? ")
