# My street, and my own word:
