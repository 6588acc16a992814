print("Together: 16")
