answers = [["Radu", "bus"], ["Ilinca", "lamp"], ["Toma", "bus"]]
