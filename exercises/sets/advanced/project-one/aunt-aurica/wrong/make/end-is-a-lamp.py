lamps = []
text = ""
while text.strip().lower() != "stop":
    text = input("Which lamp is dark? ")
    number = lamp_number(text)
    if number is None and text.strip().lower() != "stop":
        print("A number from 1 to 40, please.")
    elif number not in lamps and (number is None or 1 <= number <= 40):
        lamps.append(number)
