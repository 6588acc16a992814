cow_width = 60
cow_height = 100
