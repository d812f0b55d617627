x = [1]
if x > 5:
    print("never")
