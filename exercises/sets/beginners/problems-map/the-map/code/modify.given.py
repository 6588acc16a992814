votes = {"lamp": 2, "bridge": 7, "road": 4}
places = {"lamp": [-60, 20], "bridge": [50, -10], "road": [0, 60]}
