hen = "Pepita"
