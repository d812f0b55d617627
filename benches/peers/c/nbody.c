/* nbody.py; a body is an array of seven floats. */
#include "twin.h"

enum { COUNT = 5 };
static double SOLAR_MASS;
static const double DAYS_PER_YEAR = 365.24;

static double *body(double x, double y, double z, double vx, double vy, double vz, double mass)
{
    double *made = allocate(7 * sizeof *made);
    made[0] = x;
    made[1] = y;
    made[2] = z;
    made[3] = vx * DAYS_PER_YEAR;
    made[4] = vy * DAYS_PER_YEAR;
    made[5] = vz * DAYS_PER_YEAR;
    made[6] = mass * SOLAR_MASS;
    return made;
}

static double **build(void)
{
    SOLAR_MASS = 4.0 * M_PI * M_PI;
    double **bodies = allocate(COUNT * sizeof *bodies);
    bodies[0] = body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0);
    bodies[1] = body(4.84143144246472090, -1.16032004402742839, -0.103622044471123109,
                     0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023,
                     0.000954791938424326609);
    bodies[2] = body(8.34336671824457987, 4.12479856412430479, -0.403523417114321381,
                     -0.00276742510726411161, 0.00499852801234917238, 0.0000230417297573763929,
                     0.000285885980666130812);
    bodies[3] = body(12.8943695621391310, -15.1111514016986312, -0.223307578892655734,
                     0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556,
                     0.0000436624404335156298);
    bodies[4] = body(15.3796971148509165, -25.9193146099879641, 0.179258772950371181,
                     0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870,
                     0.0000515138902046611451);
    double px = 0.0, py = 0.0, pz = 0.0;
    for (integer i = 0; i < COUNT; i++) {
        double *b = bodies[i];
        px += b[3] * b[6];
        py += b[4] * b[6];
        pz += b[5] * b[6];
    }
    double *sun = bodies[0];
    sun[3] = -px / SOLAR_MASS;
    sun[4] = -py / SOLAR_MASS;
    sun[5] = -pz / SOLAR_MASS;
    return bodies;
}

static void advance(double **bodies, double dt)
{
    for (integer i = 0; i < COUNT; i++) {
        double *a = bodies[i];
        for (integer j = i + 1; j < COUNT; j++) {
            double *b = bodies[j];
            double dx = a[0] - b[0];
            double dy = a[1] - b[1];
            double dz = a[2] - b[2];
            double square = dx * dx + dy * dy + dz * dz;
            double pull = dt / (square * sqrt(square));
            double on_a = b[6] * pull;
            double on_b = a[6] * pull;
            a[3] -= dx * on_a;
            a[4] -= dy * on_a;
            a[5] -= dz * on_a;
            b[3] += dx * on_b;
            b[4] += dy * on_b;
            b[5] += dz * on_b;
        }
    }
    for (integer i = 0; i < COUNT; i++) {
        double *a = bodies[i];
        a[0] += dt * a[3];
        a[1] += dt * a[4];
        a[2] += dt * a[5];
    }
}

static double energy(double **bodies)
{
    double total = 0.0;
    for (integer i = 0; i < COUNT; i++) {
        double *a = bodies[i];
        total += 0.5 * a[6] * (a[3] * a[3] + a[4] * a[4] + a[5] * a[5]);
        for (integer j = i + 1; j < COUNT; j++) {
            double *b = bodies[j];
            double dx = a[0] - b[0];
            double dy = a[1] - b[1];
            double dz = a[2] - b[2];
            total -= a[6] * b[6] / sqrt(dx * dx + dy * dy + dz * dz);
        }
    }
    return total;
}

WORK double compute(double **bodies, integer steps)
{
    for (integer step = 0; step < steps; step++)
        advance(bodies, 0.01);
    return energy(bodies);
}

int main(int argc, char **argv)
{
    read_arguments(argc, argv, 500000);
    for (int run = 0; run < runs(); run++) {
        double **bodies = build();
        RESULT("energy before %s\n", repr(energy(bodies)));
        double after;
        TIMED(after = compute(bodies, size_of_run));
        RESULT("energy after  %s\n", repr(after));
        for (integer i = 0; i < COUNT; i++)
            free(bodies[i]);
        free(bodies);
    }
}
