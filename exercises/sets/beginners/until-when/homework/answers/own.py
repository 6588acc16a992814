# It stops when: the cat comes, or after 6 calls. Grandmother decided, the milk gets warm.
calls = 0
distance = 45
while distance > 0 and calls < 6:
    calls = calls + 1
    distance = distance - 9
    print("Puss, puss! Steps left:", distance)
