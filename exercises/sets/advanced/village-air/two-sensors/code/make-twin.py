def centimetres(rope):
    if rope["unit"] == "cm":
        return rope["value"]
    if rope["unit"] == "m":
        return rope["value"] * 100
    return None
