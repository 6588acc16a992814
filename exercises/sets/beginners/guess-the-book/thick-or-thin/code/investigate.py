pages = 100
print(pages > 100)
print(pages >= 100)
if pages > 100:
    print("Thick")
else:
    print("Thin")
