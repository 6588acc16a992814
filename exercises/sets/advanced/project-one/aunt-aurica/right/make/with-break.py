lamps = []
while True:
    text = input("Which lamp is dark? ")
    if text.strip().lower() == "stop":
        break
    number = lamp_number(text)
    if number is not None and 1 <= number <= 40 and number not in lamps:
        lamps.append(number)
        print("Written down.")
    else:
        print("A number from 1 to 40, please.")
