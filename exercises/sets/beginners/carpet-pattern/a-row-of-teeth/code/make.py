# My carpet:
