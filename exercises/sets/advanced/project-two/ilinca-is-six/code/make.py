def too_long(text, most):
    ...


talk = ""
print(too_long(talk, 10))
