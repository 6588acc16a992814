share = 0.75
if share == 1:
    print("always")
elif share > 0.5:
    print("often")
elif share > 0:
    print("sometimes")
else:
    print("never")
