temperature = 7
if temperature < 0:
    print("gloves")
elif temperature < 15:
    print("jacket")
else:
    print("T-shirt")
