# My threads:
