# My story, and its funniest blank:
