/* diffusion.py; a list of lists is an array of pointers to rows. */
#include "twin.h"

static double **sheet(integer size)
{
    double **grid = allocate((size_t)size * sizeof *grid);
    for (integer i = 0; i < size; i++) {
        grid[i] = allocate((size_t)size * sizeof **grid);
        for (integer j = 0; j < size; j++)
            grid[i][j] = 0.0;
    }
    return grid;
}

static void release(double **grid, integer size)
{
    for (integer i = 0; i < size; i++)
        free(grid[i]);
    free(grid);
}

static double **build(integer size)
{
    double **grid = sheet(size);
    integer low = (integer)((double)size * 0.4);
    integer high = (integer)((double)size * 0.5);
    for (integer i = low; i < high; i++)
        for (integer j = low; j < high; j++)
            grid[i][j] = 0.005;
    return grid;
}

static double **evolve(double **grid, integer size, double dt, double diffusivity)
{
    integer rows = size;
    integer columns = size;
    double **after = sheet(size);
    for (integer i = 0; i < rows; i++) {
        for (integer j = 0; j < columns; j++) {
            double in_x = grid[(i + 1) % rows][j] + grid[(i - 1 + rows) % rows][j] - 2.0 * grid[i][j];
            double in_y = grid[i][(j + 1) % columns] + grid[i][(j - 1 + columns) % columns] - 2.0 * grid[i][j];
            after[i][j] = grid[i][j] + diffusivity * (in_x + in_y) * dt;
        }
    }
    return after;
}

WORK double **compute(double **grid, integer size, integer steps)
{
    for (integer step = 0; step < steps; step++) {
        double **after = evolve(grid, size, 0.1, 1.0);
        release(grid, size);
        grid = after;
    }
    return grid;
}

int main(int argc, char **argv)
{
    read_arguments(argc, argv, 640);
    for (int run = 0; run < runs(); run++) {
        double **grid = build(size_of_run);
        TIMED(grid = compute(grid, size_of_run, 20));
        double total = 0.0;
        double squares = 0.0;
        for (integer i = 0; i < size_of_run; i++) {
            for (integer j = 0; j < size_of_run; j++) {
                total += grid[i][j];
                squares += grid[i][j] * grid[i][j];
            }
        }
        RESULT("total %s, sum of squares %s\n", repr(total), repr(squares));
        release(grid, size_of_run);
    }
}
