# My horn:
