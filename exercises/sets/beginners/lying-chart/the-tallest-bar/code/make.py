# Pies that people ate
