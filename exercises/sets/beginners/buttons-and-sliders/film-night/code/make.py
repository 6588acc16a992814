# The popcorn stand:
