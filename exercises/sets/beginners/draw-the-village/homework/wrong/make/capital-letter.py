Color("gray")
forward(60)
