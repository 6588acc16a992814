lamps = []
text = input("Which lamp is dark? ")
