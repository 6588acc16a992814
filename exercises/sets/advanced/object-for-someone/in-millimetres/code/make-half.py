small = sorted(size)
big = ...
for i in range(3):
    if small[i] ... big[i]:
        return False
