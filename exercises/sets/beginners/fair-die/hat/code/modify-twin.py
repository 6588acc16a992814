battery = 50
films = 0
for film in range(5):
    if battery >= 20:
        battery = battery - 20
        films = films + 1
print(f"Films: {films}")
