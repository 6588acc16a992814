evenings = [True, False, None, True, True]
known = [evening for evening in evenings if evening is not None]
dark = known.count(True)
print(len(known))
print(dark / len(known))
