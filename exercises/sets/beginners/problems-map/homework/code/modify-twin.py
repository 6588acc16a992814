jars = [["jam", 3], ["pickles", 8]]
names = []
for jar in jars:
    names.append(jar[0])
print(names)
