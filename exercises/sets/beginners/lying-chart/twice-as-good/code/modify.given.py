jams = ["Lenuta", "Marcel"]
votes = [50, 52]
