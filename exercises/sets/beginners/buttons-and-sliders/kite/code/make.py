# A machine for kites:
