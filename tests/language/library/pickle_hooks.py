# What scripts may have picklers and unpicklers do otherwise.
import copyreg
import io
import pickle


class Kept:
    def __init__(self, name):
        self.name = name


class Point:
    def __init__(self, x):
        self.x = x


class Other:
    pass


class ByName(pickle.Pickler):
    def persistent_id(self, obj):
        return obj.name if isinstance(obj, Kept) else None


class FromName(pickle.Unpickler):
    def persistent_load(self, name):
        return f"<{name}>"

    def find_class(self, module, name):
        print("find", name)
        return super().find_class(module, name)


class Reduced(pickle.Pickler):
    def reducer_override(self, obj):
        if isinstance(obj, Point):
            return Point, (obj.x * 10,)
        return "Other" if obj is other else NotImplemented


def written(kind, value, protocol=4, **attributes):
    file = io.BytesIO()
    pickler = kind(file, protocol)
    for name, each in attributes.items():
        setattr(pickler, name, each)
    pickler.dump(value)
    return file.getvalue()


other = Other
for protocol in range(6):
    data = written(ByName, [Kept("a"), Point(Kept("b")), Kept("a")], protocol)
    read = FromName(io.BytesIO(data)).load()
    print(data, read[0], read[1].x, read[2])
    print(written(Reduced, [Point(1), Other, 5], protocol))
table = copyreg.dispatch_table.copy()
table[Point] = lambda point: (Point, (point.x + 1,))
data = written(pickle.Pickler, [Point(1), Point(2)], dispatch_table=table)
print(data, [point.x for point in pickle.loads(data)])
copyreg.pickle(Point, lambda point: (Point, (-point.x,)))
print(pickle.dumps(Point(3)), pickle.loads(pickle.dumps(Point(3))).x)
del copyreg.dispatch_table[Point]
copyreg.add_extension("__main__", "Point", 300)
for protocol in 1, 2, 4:
    data = pickle.dumps(Point(3), protocol)
    print(data, pickle.loads(data).x)
copyreg.remove_extension("__main__", "Point", 300)

file = io.BytesIO()
pickler = pickle.Pickler(file)
value = ["x", Point("x")]
pickler.dump(value)
first = file.tell()
pickler.dump(value)
print(first, file.getvalue()[first:], id(value) in pickler.memo.copy())
pickler.clear_memo()
pickler.fast = True
pickler.dump([value, value])
print(file.getvalue()[first:], pickler.memo.copy())
circle = []
circle.append(circle)
try:
    pickler.dump(circle)
except (ValueError, RecursionError) as error:
    print(type(error).__name__, str(error)[:60])
file.seek(0)
unpickler = pickle.Unpickler(file)
one, two = unpickler.load(), unpickler.load()
print(one is two, one[1].x, sorted(unpickler.memo.copy()))

wrong = [
    lambda: 0, (each for each in ()), type("Lost", (), {})(), type("Lost", (), {}), Kept,
]
Kept.__qualname__ = "Nowhere"
for value in wrong:
    try:
        pickle.dumps(value)
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])


class Wrong:
    def __init__(self, parts):
        self.parts = parts

    def __reduce__(self):
        return self.parts


for parts in (5, (), (1,), (1, ()), (list, 1), (list, (), None, 5), (list, (), None, None, 5), (list, (), 1, None, None, 5),
              (copyreg.__newobj__, ()), (copyreg.__newobj__, (5,)), (copyreg.__newobj__, (Point,)), (copyreg.__newobj_ex__, (Point,)), (copyreg.__newobj_ex__, (Point, 1, 2)), (1, 2, 3, 4, 5, 6, 7)):
    try:
        print(pickle.dumps(Wrong(parts)))
    except Exception as error:
        print(type(error).__name__, error)
