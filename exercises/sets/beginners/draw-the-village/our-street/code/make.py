# My street:
