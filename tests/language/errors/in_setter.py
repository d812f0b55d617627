class Celsius:
    def __init__(self):
        self.degrees = 0

    @property
    def value(self):
        return self.degrees

    @value.setter
    def value(self, degrees):
        if degrees < -273:
            raise ValueError("below absolute zero")
        self.degrees = degrees


def cool(thing, steps):
    for i in range(steps):
        thing.value = 100 - i


cool(Celsius(), 4000)
