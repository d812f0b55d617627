/* array_mandelbrot.py; an array is its elements, row after row. */
#include "twin.h"

static double *line(double from, double to, integer size)
{
    double *points = allocate((size_t)size * sizeof *points);
    double step = (to - from) / (double)(size - 1);
    for (integer i = 0; i < size; i++)
        points[i] = (double)i * step + from;
    points[size - 1] = to;
    return points;
}

WORK int32_t *compute(integer size, integer most)
{
    int32_t *counts = allocate((size_t)(size * size) * sizeof *counts);
    double *xs = line(-2.0, 0.5, size);
    double *ys = line(-1.25, 1.25, size);
    for (integer i = 0; i < size; i++) {
        for (integer j = 0; j < size; j++) {
            double cr = xs[j];
            double ci = ys[i];
            double zr = 0.0;
            double zi = 0.0;
            integer count = 0;
            while (count < most && zr * zr + zi * zi <= 4.0) {
                double next = zr * zr - zi * zi + cr;
                zi = 2.0 * zr * zi + ci;
                zr = next;
                count += 1;
            }
            counts[i * size + j] = (int32_t)count;
        }
    }
    free(xs);
    free(ys);
    return counts;
}

int main(int argc, char **argv)
{
    read_arguments(argc, argv, 500);
    for (int run = 0; run < runs(); run++) {
        int32_t *counts;
        TIMED(counts = compute(size_of_run, 200));
        integer total = 0;
        integer inside = 0;
        for (integer i = 0; i < size_of_run * size_of_run; i++) {
            total += counts[i];
            if (counts[i] == 200)
                inside += 1;
        }
        RESULT("total %lld, inside %lld\n", (long long)total, (long long)inside);
        free(counts);
    }
}
