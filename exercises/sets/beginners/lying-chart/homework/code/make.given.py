songs = ["Waltz", "Hora", "Rap"]
claps = [41, 43, 44]
