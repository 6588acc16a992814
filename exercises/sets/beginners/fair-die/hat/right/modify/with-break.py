for throw in throws:
    if money == 0:
        break
    money -= 1
    if throw == 6:
        money += 4
