# The rank of the reader:
