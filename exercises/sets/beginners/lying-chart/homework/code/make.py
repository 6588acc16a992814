# Two charts of the claps:
