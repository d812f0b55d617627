def f(*args):
    return args


f(*None)
