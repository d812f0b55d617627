"""What is left of a group that was handled in part shows no context."""
import traceback


def f():
    raise ValueError("deep")


for how in range(3):
    try:
        try:
            try:
                f()
            except ValueError as e:
                if how == 2:
                    raise ExceptionGroup("msg", [e, KeyError("k")]) from OSError("cause")
                raise ExceptionGroup("msg", [e, KeyError("k")])
        except* KeyError as part:
            print(part.__suppress_context__, repr(part.__context__), repr(part.__cause__))
            if how == 1:
                raise TypeError("again")
    except BaseException as rest:
        print(repr(rest), rest.__suppress_context__, repr(rest.__context__), repr(rest.__cause__))
        text = traceback.format_exc()
        print("During" in text, "direct cause" in text)
group = ExceptionGroup("g", [ValueError(1), KeyError(2)])
print([part.__suppress_context__ for part in group.split(ValueError)], group.__suppress_context__, group.subgroup(KeyError).__suppress_context__)
