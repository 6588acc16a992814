def word(evenings):
    dark = evenings.count(True)
    looked = dark + evenings.count(False)
    if looked < 5:
        print("not known")
    elif dark == looked:
        print("always")
    elif dark == 0:
        print("never")
    elif dark > looked / 2:
        print("often")
    else:
        print("sometimes")


evenings = [True, True, False, True, None, True, True, True, True, True]
print(word(evenings))
