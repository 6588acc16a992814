cat = "Miti"
tree = "in the old walnut tree"
cry = f"Help! {cat} is {tree}!"
print(cry)
print("Bring a ladder.")
