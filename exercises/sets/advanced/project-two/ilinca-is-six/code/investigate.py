text = "Is it dark? The lamp lights up!"
for sign in "?!":
    text = text.replace(sign, ".")
print(text)
print(len(text.split(".")))
