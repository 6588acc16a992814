talk = ["Hello!", "This program helps a neighbour.", "Try it!"]
