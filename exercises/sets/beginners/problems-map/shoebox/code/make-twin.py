plums = {"by the gate": 40, "by the well": 7, "in the garden": 25}
basket = 0
good_trees = []
for tree in plums:
    if plums[tree] > 20:
        good_trees.append(tree)
        basket = basket + plums[tree]
print(good_trees, basket)
