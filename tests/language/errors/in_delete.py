items = {"a": 1}
del items["b"]
