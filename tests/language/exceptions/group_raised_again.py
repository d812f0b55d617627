try:
    raise ExceptionGroup("e", [ValueError(1), TypeError(2)])
except* ValueError as e:
    raise KeyError("new")
