while height > 1 and ...:
    height = height // 2
    bounces = bounces + 1
