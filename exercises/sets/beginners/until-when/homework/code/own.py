# It stops when:
