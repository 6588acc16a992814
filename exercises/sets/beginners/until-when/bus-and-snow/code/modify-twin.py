apples = 10
while apples > 0:
    print(apples)
    apples = apples - 4
print("The basket is empty.")
