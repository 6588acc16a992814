# How long may the book stay at home?
