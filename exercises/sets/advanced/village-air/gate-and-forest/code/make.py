def dustiest(air):
    ...


print(dustiest(village))
