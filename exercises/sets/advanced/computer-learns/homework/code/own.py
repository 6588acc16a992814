# My twelve examples, and the one that goes wrong:
examples = []
