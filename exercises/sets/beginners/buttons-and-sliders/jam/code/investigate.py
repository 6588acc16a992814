def jars(kilos):
    number = kilos * 2
    print(f"{kilos} kg, {number} jars")


interact(jars, kilos=slider(0, 10))
