milk = {"Steluta": 2, "Floarea": 3}
litres = 0
for goat in milk:
    litres = litres + milk[goat]
print(litres)
