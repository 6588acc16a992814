colours = ["red", "gold", "blue", "green"]
