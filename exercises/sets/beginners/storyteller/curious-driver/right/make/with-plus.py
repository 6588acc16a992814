a = input("Who? ")
b = input("Where? ")
c = input("What? ")
ending = "This is how " + a + " found " + c + " " + b + "."
print(a)
print(b)
print(ending)
