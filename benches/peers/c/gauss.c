/* gauss.py; a row is an array. */
#include "twin.h"

static double **build(integer size)
{
    double **rows = allocate(size * sizeof *rows);
    for (integer i = 0; i < size; i++) {
        double *row = rows[size - 1 - i] = allocate((size + 1) * sizeof *row);
        for (integer j = 0; j < size; j++)
            row[j] = (double)((i * 3 + j * 5) % 17) * 0.5 + 1.0 / (double)(1 + (i * j) % 7);
        row[i] += (double)size;
        row[size] = 1.0 + (double)i;
    }
    return rows;
}

WORK double *compute(double **rows, integer size)
{
    for (integer k = 0; k < size; k++) {
        integer best = k;
        for (integer i = k + 1; i < size; i++)
            if (fabs(rows[i][k]) > fabs(rows[best][k]))
                best = i;
        double *top = rows[best];
        rows[best] = rows[k];
        rows[k] = top;
        for (integer i = k + 1; i < size; i++) {
            double *row = rows[i];
            double factor = row[k] / top[k];
            for (integer j = k; j < size + 1; j++)
                row[j] -= factor * top[j];
        }
    }
    double *solution = allocate(size * sizeof *solution);
    for (integer i = size - 1; i > -1; i--) {
        double *row = rows[i];
        double rest = row[size];
        for (integer j = i + 1; j < size; j++)
            rest -= row[j] * solution[j];
        solution[i] = rest / row[i];
    }
    return solution;
}

int main(int argc, char **argv)
{
    read_arguments(argc, argv, 400);
    integer size = size_of_run;
    for (int run = 0; run < runs(); run++) {
        double **rows = build(size), *solution;
        TIMED(solution = compute(rows, size));
        RESULT("first %s, last %s\n", repr(solution[0]), repr(solution[size - 1]));
        for (integer i = 0; i < size; i++)
            free(rows[i]);
        free(rows);
        free(solution);
    }
}
