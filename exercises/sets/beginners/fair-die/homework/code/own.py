# My game. Is it fair?
