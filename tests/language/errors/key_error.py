table = {"a": 1}
name = "b"
print(table["a"] + table[name])
