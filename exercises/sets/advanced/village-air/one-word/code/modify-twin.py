def ice(thickness):
    if thickness > 12:
        return "sledge"
    elif thickness > 8:
        return "skates"
    else:
        return "stay off"
