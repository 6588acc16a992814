else:
    if funny == "yes":
        print("Pacala")
    ...
