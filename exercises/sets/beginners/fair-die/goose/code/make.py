from random import randint

# A die for every game:
