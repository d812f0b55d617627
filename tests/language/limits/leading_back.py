# Methods that lead back to themselves without any function of the script in between.


class Text:
    pass


class Caller:
    pass


class Getter:
    pass


Text.__repr__ = Text.__str__
Caller.__call__ = Caller()
Getter.__get__ = Getter()
Getter.x = Getter()
for wrong in (lambda: str(Text()), lambda: repr(Text()), lambda: Caller()(), lambda: Getter().x):
    try:
        wrong()
    except (RecursionError, TypeError):
        print("stopped")
