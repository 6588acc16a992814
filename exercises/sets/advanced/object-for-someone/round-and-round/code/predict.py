corners = 4
for i in range(corners):
    j = (i + 1) % corners
    print(i, "to", j)
