eggs = 3
guests = "3"
print(eggs * 2)
print(guests * 2)
