# Which morning was the warmest?
