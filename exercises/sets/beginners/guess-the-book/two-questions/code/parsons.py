rain = "no"
wind = "yes"
if rain == "yes":
    print("Read at home.")
else:
    if wind == "yes":
        print("Fly the kite.")
    else:
        print("Play football.")
