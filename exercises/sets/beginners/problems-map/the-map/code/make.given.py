votes = {"lamp": 2, "bridge": 7, "road": 4, "steps": 1}
places = {"lamp": [-60, 20], "bridge": [50, -10], "road": [0, 60], "steps": [-30, -50]}
