# My flower:
