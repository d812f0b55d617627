def low():
    return {}["missing"]


def high():
    try:
        low()
    except KeyError as problem:
        raise ValueError("could not get it") from problem


high()
