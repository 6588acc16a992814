Forward(80)
left(90)
