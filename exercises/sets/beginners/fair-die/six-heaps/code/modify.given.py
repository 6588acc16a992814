from random import randint

faces = 8
throws = []
for number in range(40):
    throws.append(randint(1, faces))
