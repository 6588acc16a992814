# My poster:
