left_team = "Storks"
right_team = "Dragons"
