def f():
    raise ValueError("inner")
def make():
    errors = []
    try:
        f()
    except ValueError as e:
        errors.append(e)
    try:
        {}["k"]
    except KeyError as e:
        e.add_note("a note")
        errors.append(e)
    return errors
try:
    raise ExceptionGroup("first", [OSError(1)])
except ExceptionGroup:
    raise ExceptionGroup("many", make() + [ExceptionGroup("nested", [TypeError("t"), ExceptionGroup("deep", [IndexError(3)])])])
