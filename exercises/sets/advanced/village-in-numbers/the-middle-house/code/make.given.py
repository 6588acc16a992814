from statistics import median
