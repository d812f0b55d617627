items = [1, 2, 3]
items[0:2] = 5
