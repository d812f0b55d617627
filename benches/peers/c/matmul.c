/* matmul.py; a matrix is an array of pointers to rows. */
#include "twin.h"

static double **matrix(integer size)
{
    double **rows = allocate(size * sizeof *rows);
    for (integer i = 0; i < size; i++)
        rows[i] = allocate(size * sizeof **rows);
    return rows;
}

static void release(double **rows, integer size)
{
    for (integer i = 0; i < size; i++)
        free(rows[i]);
    free(rows);
}

WORK double **compute(double **left, double **right, integer size)
{
    double **product = matrix(size);
    for (integer i = 0; i < size; i++) {
        double *row = left[i];
        double *entries = product[i];
        for (integer j = 0; j < size; j++) {
            double entry = 0.0;
            for (integer k = 0; k < size; k++)
                entry += row[k] * right[k][j];
            entries[j] = entry;
        }
    }
    return product;
}

int main(int argc, char **argv)
{
    read_arguments(argc, argv, 300);
    integer size = size_of_run;
    for (int run = 0; run < runs(); run++) {
        double **left = matrix(size), **right = matrix(size), **product;
        for (integer i = 0; i < size; i++)
            for (integer j = 0; j < size; j++) {
                left[i][j] = (double)((i * 7 + j * 3) % 11) - 5.0;
                right[i][j] = (double)((i * 5 + j * 2) % 13) * 0.25;
            }
        TIMED(product = compute(left, right, size));
        double trace = 0.0;
        for (integer i = 0; i < size; i++)
            trace += product[i][i];
        RESULT("trace %s, corner %s\n", repr(trace), repr(product[size - 1][0]));
        release(left, size);
        release(right, size);
        release(product, size);
    }
}
