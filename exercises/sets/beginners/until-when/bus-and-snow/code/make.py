# Until the snow is gone:
