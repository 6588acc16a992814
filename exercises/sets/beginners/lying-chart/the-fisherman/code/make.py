# All days
