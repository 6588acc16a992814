order = input("Tell the dog something: ")
if order.upper() == "SIT":
    print("Azor sits down.")
else:
    print("Azor fetches your shoe.")
