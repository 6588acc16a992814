ana = abs(35 - 50)
dan = abs(62 - 50)
if ana < dan:
    nearer = "Ana"
elif dan < ana:
    nearer = "Dan"
else:
    nearer = "both"
print(nearer)
