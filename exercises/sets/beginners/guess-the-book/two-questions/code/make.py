# Think of 1, 2, 3 or 4. The program asks:
