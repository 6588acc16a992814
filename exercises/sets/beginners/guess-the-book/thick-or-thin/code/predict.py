pages = 80
if pages > 100:
    print("Take a big bag.")
else:
    print("It fits into the pocket.")
print("Nice reading!")
