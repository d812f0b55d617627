one, _two, three = 4, 5, 6
