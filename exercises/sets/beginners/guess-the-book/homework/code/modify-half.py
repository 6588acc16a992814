elif guess ... secret:
    print("Go right.")
else:
    print(...)
