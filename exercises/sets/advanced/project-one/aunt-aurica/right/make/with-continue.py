lamps = []
answer = ""
while answer != "stop":
    answer = input("Which lamp is dark? ").lower().strip()
    number = lamp_number(answer)
    if number is None:
        continue
    if number in range(1, 41):
        if number not in lamps:
            lamps = lamps + [number]
