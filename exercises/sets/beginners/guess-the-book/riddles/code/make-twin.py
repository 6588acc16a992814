weather = input("What falls from the sky? ")
weather = weather.lower()
if weather == "snow":
    gift = "sledge"
elif weather == "rain":
    gift = "umbrella"
else:
    gift = "nothing"
print(gift)
