winter = [-6, -2, -4]
