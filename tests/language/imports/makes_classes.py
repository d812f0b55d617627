import pickle

from parts import makes_classes as shapes
for n in "Point Color N T D NC TD U V S I M M2".split():
    print(n, getattr(shapes, n).__module__)
print(pickle.loads(pickle.dumps(shapes.Point(1, 2))), pickle.loads(pickle.dumps(shapes.Color.RED)), shapes.T)
