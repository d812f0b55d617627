"""Planets that pull at each other: objects with methods.

    planets.py [STEPS]
"""
import math
import sys


class Planet:
    def __init__(self, x, y, vx, vy, mass):
        self.x = x
        self.y = y
        self.vx = vx
        self.vy = vy
        self.mass = mass

    def pull(self, other, dt):
        """Changes the velocities of both."""
        dx = other.x - self.x
        dy = other.y - self.y
        square = dx * dx + dy * dy + 0.01
        strength = dt / (square * math.sqrt(square))
        self.vx += dx * other.mass * strength
        self.vy += dy * other.mass * strength
        other.vx -= dx * self.mass * strength
        other.vy -= dy * self.mass * strength

    def move(self, dt):
        self.x += self.vx * dt
        self.y += self.vy * dt

    @property
    def energy(self):
        return 0.5 * self.mass * (self.vx * self.vx + self.vy * self.vy)


def build(steps):
    planets = [Planet(0.0, 0.0, 0.0, 0.0, 100.0)]
    for i in range(1, 8):
        angle = 0.7 * i
        distance = 2.0 + 1.5 * i
        speed = math.sqrt(100.0 / distance)
        planets.append(Planet(distance * math.cos(angle), distance * math.sin(angle),
                              -speed * math.sin(angle), speed * math.cos(angle), 0.01 * i))
    return planets, steps


def compute(planets, steps):
    for _ in range(steps):
        for i in range(len(planets)):
            for j in range(i + 1, len(planets)):
                planets[i].pull(planets[j], 0.001)
        for planet in planets:
            planet.move(0.001)
    total = 0.0
    for planet in planets:
        total += planet.energy
    return total


def main():
    planets, steps = build(int(sys.argv[1]) if len(sys.argv) > 1 else 100000)
    print(f"energy {compute(planets, steps)!r}")


if __name__ == "__main__":
    main()
