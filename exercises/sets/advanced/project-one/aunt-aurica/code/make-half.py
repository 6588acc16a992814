while text.strip().lower() != ...:
    number = lamp_number(text)
    if number is None or ...:
        print("A number from 1 to 40, please.")
    elif ... in ...:
        print("Thank you, we know it already.")
    else:
        lamps.append(...)
    text = input("Which lamp is dark? ")
