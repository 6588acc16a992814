votes = {"lamp": 2, "bridge": 5, "road": 1}
note = "lamp"
