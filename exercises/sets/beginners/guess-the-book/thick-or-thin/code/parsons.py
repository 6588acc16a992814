snow = 30
if snow > 20:
    print("Take the sledge.")
else:
    print("Take the bicycle.")
