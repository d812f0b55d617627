/* mandelbrot.py */
#include "twin.h"

static integer inside, total;

static integer escape(double cr, double ci, integer limit)
{
    double zr = 0.0;
    double zi = 0.0;
    integer n = 0;
    while (n < limit) {
        double zr2 = zr * zr;
        double zi2 = zi * zi;
        if (zr2 + zi2 > 4.0)
            break;
        zi = 2.0 * zr * zi + ci;
        zr = zr2 - zi2 + cr;
        n += 1;
    }
    return n;
}

WORK void compute(integer width, integer limit)
{
    inside = 0;
    total = 0;
    for (integer row = 0; row < width; row++) {
        double ci = 2.5 * (double)row / (double)width - 1.25;
        for (integer column = 0; column < width; column++) {
            double cr = 2.5 * (double)column / (double)width - 2.0;
            integer n = escape(cr, ci, limit);
            total += n;
            if (n == limit)
                inside += 1;
        }
    }
}

int main(int argc, char **argv)
{
    read_arguments(argc, argv, 800);
    for (int run = 0; run < runs(); run++) {
        TIMED(compute(size_of_run, 200));
        RESULT("%lld of %lld points inside, %lld steps\n", (long long)inside,
               (long long)(size_of_run * size_of_run), (long long)total);
    }
}
