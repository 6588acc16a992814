mornings = [-3, -8, -1]
