stand = {
    "who": "my neighbour and her goat",
    "problem": "...",
    "try": "...",
}

def advice(degrees):
    if degrees < 0:
        return "The goat stays in."
    ...

for degrees in [-5, 12]:
    print(...)
