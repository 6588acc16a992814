hen = "Pepita"
place = "by the bridge"
