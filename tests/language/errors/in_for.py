for item in 42:
    print(item)
