lamps = []
last = "?"
while last != "stop":
    text = input("Which lamp is dark? ")
    last = text.strip().lower()
    number = lamp_number(text)
    if number and number <= 40 and lamps.count(number) == 0:
        lamps.append(number)
print(len(lamps))
