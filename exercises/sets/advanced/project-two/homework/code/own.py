# The hardest question, and my answer:
