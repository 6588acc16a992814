story = "Yesterday the mayor met a bear at the mill and baked 3 pancakes."
tomorrow = "Tomorrow there will be 6."
