name = hen
one = f"{name} ran out of the yard."
two = f"Nobody could catch {name}."
three = f"In the evening {name} came home by bus."
print(one)
print(two)
print(three)
