votes = {"lamp": 4, "bridge": 6, "steps": 1, "road": 3, "pitch": 1}
