# For the postwoman's round:
