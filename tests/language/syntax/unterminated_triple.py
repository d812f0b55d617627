x = """abc
def

