text = input("Which lamp is dark? ")
while text != "stop":
    print(text, text.isdigit())
    text = input("Which lamp is dark? ")
