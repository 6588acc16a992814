# My device, its states, and what changes them:
