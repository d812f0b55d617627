/* rays.py; vectors are structs, passed by value, and things know which kind they are. */
#include "twin.h"

enum { COUNT = 7 };

typedef struct {
    double x, y, z;
} vector;

static inline vector add(vector a, vector b)
{
    return (vector){a.x + b.x, a.y + b.y, a.z + b.z};
}

static inline vector sub(vector a, vector b)
{
    return (vector){a.x - b.x, a.y - b.y, a.z - b.z};
}

static inline vector mul(vector a, double factor)
{
    return (vector){a.x * factor, a.y * factor, a.z * factor};
}

static inline double dot(vector a, vector b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

static inline vector unit(vector a)
{
    return mul(a, 1.0 / sqrt(dot(a, a)));
}

typedef struct {
    bool is_floor;
    vector centre;
    double radius, height;
} thing;

static double distance(const thing *self, vector start, vector way)
{
    if (self->is_floor) {
        if (way.y > -1e-9)
            return -1.0;
        return (self->height - start.y) / way.y;
    }
    vector to = sub(self->centre, start);
    double along = dot(to, way);
    double rest = self->radius * self->radius - (dot(to, to) - along * along);
    if (rest < 0.0)
        return -1.0;
    return along - sqrt(rest);
}

static vector normal(const thing *self, vector point)
{
    if (self->is_floor)
        return (vector){0.0, 1.0, 0.0};
    return unit(sub(point, self->centre));
}

static double light_at(thing **things, vector start, vector way, vector sun)
{
    double nearest = 1e9;
    thing *found = NULL;
    for (integer i = 0; i < COUNT; i++) {
        double far = distance(things[i], start, way);
        if (1e-6 < far && far < nearest) {
            nearest = far;
            found = things[i];
        }
    }
    if (!found)
        return 0.1;
    vector point = add(start, mul(way, nearest));
    double bright = dot(normal(found, point), sun);
    if (bright <= 0.0)
        return 0.0;
    for (integer i = 0; i < COUNT; i++)
        if (distance(things[i], point, sun) > 1e-6)
            return 0.0;
    return bright;
}

WORK double compute(thing **things, integer size)
{
    vector sun = unit((vector){0.5, 1.0, -0.3});
    vector eye = {0.0, 3.0, -4.0};
    double total = 0.0;
    for (integer row = 0; row < size; row++)
        for (integer column = 0; column < size; column++) {
            vector way = {2.0 * (double)column / (double)size - 1.0,
                          -0.4 - 1.2 * (double)row / (double)size, 1.2};
            total += light_at(things, eye, unit(way), sun);
        }
    return total;
}

int main(int argc, char **argv)
{
    read_arguments(argc, argv, 300);
    for (int run = 0; run < runs(); run++) {
        thing *things[COUNT];
        for (integer i = 0; i < COUNT; i++)
            things[i] = allocate(sizeof **things);
        *things[0] = (thing){.is_floor = true, .height = -1.0};
        for (integer i = 0; i < COUNT - 1; i++) {
            vector centre = {1.5 * cos((double)i), 0.2 * (double)i - 0.4, 1.5 * sin((double)i)};
            *things[i + 1] = (thing){.centre = centre, .radius = 0.3 + 0.05 * (double)i};
        }
        double light;
        TIMED(light = compute(things, size_of_run));
        RESULT("light %s\n", repr(light));
        for (integer i = 0; i < COUNT; i++)
            free(things[i]);
    }
}
