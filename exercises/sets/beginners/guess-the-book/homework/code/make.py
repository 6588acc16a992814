# Warmer or colder?
