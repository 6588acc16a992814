# This carpet is for:
