/* array_paths.py; an array is its elements, row after row. */
#include "twin.h"

static double *build(integer size)
{
    double *paths = allocate((size_t)(size * size) * sizeof *paths);
    for (integer i = 0; i < size * size; i++)
        paths[i] = INFINITY;
    integer seed = 1;
    for (integer i = 0; i < size; i++) {
        paths[i * size + i] = 0.0;
        for (integer edge = 0; edge < 8; edge++) {
            seed = (seed * 1103515245 + 12345) % 2147483648;
            paths[i * size + seed % size] = (double)(seed % 97) + 1.0;
        }
    }
    return paths;
}

WORK double *compute(double *paths, integer size)
{
    for (integer k = 0; k < size; k++) {
        for (integer i = 0; i < size; i++) {
            for (integer j = 0; j < size; j++) {
                double through = paths[i * size + k] + paths[k * size + j];
                if (through < paths[i * size + j])
                    paths[i * size + j] = through;
            }
        }
    }
    return paths;
}

int main(int argc, char **argv)
{
    read_arguments(argc, argv, 300);
    for (int run = 0; run < runs(); run++) {
        double *paths = build(size_of_run);
        TIMED(paths = compute(paths, size_of_run));
        double total = 0.0;
        double longest = 0.0;
        for (integer i = 0; i < size_of_run * size_of_run; i++) {
            total += paths[i];
            longest = paths[i] > longest ? paths[i] : longest;
        }
        RESULT("total %s, longest %s\n", repr(total), repr(longest));
        free(paths);
    }
}
