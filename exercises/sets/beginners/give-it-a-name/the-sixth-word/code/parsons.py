def applause(times):
    for clap in range(times):
        print("Clap!")
applause(3)
