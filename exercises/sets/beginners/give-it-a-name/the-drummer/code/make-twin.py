def walk(lefts, rights):
    sounds = ""
    sounds = sounds + "left! " * lefts
    sounds = sounds + "right! " * rights
    return sounds + "oops!"

print(walk(1, 2))
