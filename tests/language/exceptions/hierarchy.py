"""What built-in operations raise, and which handlers catch it."""
import math



def catch(label, action):
    try:
        print(label, action())
    except ArithmeticError as problem:
        print(label, "arithmetic", type(problem).__name__, problem)
    except LookupError as problem:
        print(label, "lookup", type(problem).__name__, problem)
    except (TypeError, ValueError) as problem:
        print(label, "type or value", type(problem).__name__, problem)
    except NameError as problem:
        print(label, "name", type(problem).__name__, problem)
    except Exception as problem:
        print(label, "other", type(problem).__name__, problem)


catch("zero", lambda: 1 // 0)
catch("overflow", lambda: 2.0 ** 10000)
catch("index", lambda: [1, 2][7])
catch("key", lambda: {"a": 1}["b"])
catch("key tuple", lambda: {}[1, "x"])
catch("type", lambda: len(5))
catch("value", lambda: int("x"))
catch("name", lambda: undefined)
catch("attribute", lambda: "".nope)
catch("attribute none", lambda: None.x)
catch("stop", lambda: next(iter([])))
catch("recursion", lambda: (lambda f: f(f))(lambda f: f(f)))
catch("math", lambda: math.sqrt(-1))
catch("unpack", lambda: [a for a, b in [(1,)]])
catch("fine", lambda: "result")
catch("chr", lambda: chr(-1))
catch("ord", lambda: ord("ab"))
catch("max", lambda: max([]))
catch("sum", lambda: sum(["a"]))
catch("range", lambda: range(1, 5, 0))
catch("shift", lambda: 1 << -1)
catch("join", lambda: "".join([1]))
catch("float", lambda: float("x"))
catch("complex", lambda: abs(1e308 + 1e308j) * 10)
catch("int of inf", lambda: int(float("inf")))
