# My house. My sentence:
