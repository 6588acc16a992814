colours = ["red", "yellow", "blue", "yellow", "red"]
