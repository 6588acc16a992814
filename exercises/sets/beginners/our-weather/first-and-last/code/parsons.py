fruits = ["apple", "pear", "plum"]
last = fruits[2]
fruits[2] = fruits[0]
fruits[0] = last
print(fruits)
