/* planets.py; a planet is a struct, and planets are an array of pointers to them. */
#include "twin.h"

enum { COUNT = 8 };

typedef struct {
    double x, y, vx, vy, mass;
} planet;

static planet *new_planet(double x, double y, double vx, double vy, double mass)
{
    planet *made = allocate(sizeof *made);
    *made = (planet){x, y, vx, vy, mass};
    return made;
}

static planet **build(void)
{
    planet **planets = allocate(COUNT * sizeof *planets);
    planets[0] = new_planet(0.0, 0.0, 0.0, 0.0, 100.0);
    for (integer i = 1; i < COUNT; i++) {
        double angle = 0.7 * (double)i;
        double distance = 2.0 + 1.5 * (double)i;
        double speed = sqrt(100.0 / distance);
        planets[i] = new_planet(distance * cos(angle), distance * sin(angle), -speed * sin(angle),
                                speed * cos(angle), 0.01 * (double)i);
    }
    return planets;
}

static void pull(planet *self, planet *other, double dt)
{
    double dx = other->x - self->x;
    double dy = other->y - self->y;
    double square = dx * dx + dy * dy + 0.01;
    double strength = dt / (square * sqrt(square));
    self->vx += dx * other->mass * strength;
    self->vy += dy * other->mass * strength;
    other->vx -= dx * self->mass * strength;
    other->vy -= dy * self->mass * strength;
}

WORK double compute(planet **planets, integer steps)
{
    for (integer step = 0; step < steps; step++) {
        for (integer i = 0; i < COUNT; i++)
            for (integer j = i + 1; j < COUNT; j++)
                pull(planets[i], planets[j], 0.001);
        for (integer i = 0; i < COUNT; i++) {
            planets[i]->x += planets[i]->vx * 0.001;
            planets[i]->y += planets[i]->vy * 0.001;
        }
    }
    double total = 0.0;
    for (integer i = 0; i < COUNT; i++) {
        planet *p = planets[i];
        total += 0.5 * p->mass * (p->vx * p->vx + p->vy * p->vy);
    }
    return total;
}

int main(int argc, char **argv)
{
    read_arguments(argc, argv, 100000);
    for (int run = 0; run < runs(); run++) {
        planet **planets = build();
        double energy;
        TIMED(energy = compute(planets, size_of_run));
        RESULT("energy %s\n", repr(energy));
        for (integer i = 0; i < COUNT; i++)
            free(planets[i]);
        free(planets);
    }
}
