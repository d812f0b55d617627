/* array_diffusion.py; an array is its elements, row after row. */
#include "twin.h"

static double *sheet(integer size)
{
    double *grid = allocate((size_t)(size * size) * sizeof *grid);
    for (integer i = 0; i < size * size; i++)
        grid[i] = 0.0;
    return grid;
}

static double *build(integer size)
{
    double *grid = sheet(size);
    integer low = (integer)((double)size * 0.4);
    integer high = (integer)((double)size * 0.5);
    for (integer i = low; i < high; i++)
        for (integer j = low; j < high; j++)
            grid[i * size + j] = 0.005;
    return grid;
}

static void evolve(double *grid, double *after, integer rows, integer columns, double dt, double diffusivity)
{
    for (integer i = 1; i < rows - 1; i++) {
        for (integer j = 1; j < columns - 1; j++) {
            double in_x = grid[(i + 1) * columns + j] + grid[(i - 1) * columns + j] - 2.0 * grid[i * columns + j];
            double in_y = grid[i * columns + j + 1] + grid[i * columns + j - 1] - 2.0 * grid[i * columns + j];
            after[i * columns + j] = grid[i * columns + j] + diffusivity * (in_x + in_y) * dt;
        }
    }
}

WORK double *compute(double *grid, integer size, integer steps)
{
    double *after = sheet(size);
    for (integer step = 0; step < steps; step++) {
        evolve(grid, after, size, size, 0.1, 1.0);
        double *other = grid;
        grid = after;
        after = other;
    }
    free(after);
    return grid;
}

int main(int argc, char **argv)
{
    read_arguments(argc, argv, 640);
    for (int run = 0; run < runs(); run++) {
        double *grid = build(size_of_run);
        TIMED(grid = compute(grid, size_of_run, 100));
        double total = 0.0;
        double squares = 0.0;
        for (integer i = 0; i < size_of_run * size_of_run; i++) {
            total += grid[i];
            squares += grid[i] * grid[i];
        }
        RESULT("total %s, sum of squares %s\n", repr(total), repr(squares));
        free(grid);
    }
}
