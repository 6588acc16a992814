print(f"On Sunday {...} wants to come again.")
