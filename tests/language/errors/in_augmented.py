table = {"a": [1]}
table["a"][0] += "x"
