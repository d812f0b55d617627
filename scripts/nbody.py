"""The sun and its four giant planets, moved in small steps of time.

    nbody.py [STEPS]
"""
import math
import sys

SOLAR_MASS = 4.0 * math.pi * math.pi
DAYS_PER_YEAR = 365.24


def body(x, y, z, vx, vy, vz, mass):
    """Position in astronomical units, velocity given a day and kept a year, mass in suns."""
    return [x, y, z, vx * DAYS_PER_YEAR, vy * DAYS_PER_YEAR, vz * DAYS_PER_YEAR, mass * SOLAR_MASS]


def build(steps):
    bodies = [
        body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
        body(4.84143144246472090, -1.16032004402742839, -0.103622044471123109,
             0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023,
             0.000954791938424326609),
        body(8.34336671824457987, 4.12479856412430479, -0.403523417114321381,
             -0.00276742510726411161, 0.00499852801234917238, 0.0000230417297573763929,
             0.000285885980666130812),
        body(12.8943695621391310, -15.1111514016986312, -0.223307578892655734,
             0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556,
             0.0000436624404335156298),
        body(15.3796971148509165, -25.9193146099879641, 0.179258772950371181,
             0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870,
             0.0000515138902046611451),
    ]
    # The sun gets the momentum that leaves the whole at rest.
    px = py = pz = 0.0
    for b in bodies:
        px += b[3] * b[6]
        py += b[4] * b[6]
        pz += b[5] * b[6]
    sun = bodies[0]
    sun[3] = -px / SOLAR_MASS
    sun[4] = -py / SOLAR_MASS
    sun[5] = -pz / SOLAR_MASS
    return bodies, steps


def advance(bodies, dt):
    for i in range(len(bodies)):
        a = bodies[i]
        for j in range(i + 1, len(bodies)):
            b = bodies[j]
            dx = a[0] - b[0]
            dy = a[1] - b[1]
            dz = a[2] - b[2]
            square = dx * dx + dy * dy + dz * dz
            pull = dt / (square * math.sqrt(square))
            on_a = b[6] * pull
            on_b = a[6] * pull
            a[3] -= dx * on_a
            a[4] -= dy * on_a
            a[5] -= dz * on_a
            b[3] += dx * on_b
            b[4] += dy * on_b
            b[5] += dz * on_b
    for a in bodies:
        a[0] += dt * a[3]
        a[1] += dt * a[4]
        a[2] += dt * a[5]


def energy(bodies):
    total = 0.0
    for i in range(len(bodies)):
        a = bodies[i]
        total += 0.5 * a[6] * (a[3] * a[3] + a[4] * a[4] + a[5] * a[5])
        for j in range(i + 1, len(bodies)):
            b = bodies[j]
            dx = a[0] - b[0]
            dy = a[1] - b[1]
            dz = a[2] - b[2]
            total -= a[6] * b[6] / math.sqrt(dx * dx + dy * dy + dz * dz)
    return total


def compute(bodies, steps):
    for _ in range(steps):
        advance(bodies, 0.01)
    return energy(bodies)


def main():
    bodies, steps = build(int(sys.argv[1]) if len(sys.argv) > 1 else 500000)
    print(f"energy before {energy(bodies)!r}")
    print(f"energy after  {compute(bodies, steps)!r}")


if __name__ == "__main__":
    main()
