place = 0
for i in range(1, len(mornings)):
    if mornings[i] > mornings[place]:
        place = i
warmest = mornings[place]
print(f"The cat lay in the sun on day {place}.")
