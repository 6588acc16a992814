def knock():
    print("Knock, knock!")

print("Is anybody home?")
knock()
knock()
