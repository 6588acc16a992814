# My way, and for whom it is too long:
