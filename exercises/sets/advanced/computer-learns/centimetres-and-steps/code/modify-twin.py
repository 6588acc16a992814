def worst(recipe, cake):
    eggs = abs(recipe[0] - cake[0])
    sugar = abs(recipe[1] - cake[1])
    return max(eggs, sugar)
