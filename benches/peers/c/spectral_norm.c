/* spectral_norm.py */
#include "twin.h"

static double entry(integer i, integer j)
{
    return 1.0 / (double)((i + j) * (i + j + 1) / 2 + i + 1);
}

static double *multiply(const double *v, integer size)
{
    double *result = allocate((size_t)size * sizeof *result);
    for (integer i = 0; i < size; i++) {
        double total = 0.0;
        for (integer j = 0; j < size; j++)
            total += entry(i, j) * v[j];
        result[i] = total;
    }
    return result;
}

static double *multiply_transposed(const double *v, integer size)
{
    double *result = allocate((size_t)size * sizeof *result);
    for (integer i = 0; i < size; i++) {
        double total = 0.0;
        for (integer j = 0; j < size; j++)
            total += entry(j, i) * v[j];
        result[i] = total;
    }
    return result;
}

static double *multiply_both(const double *v, integer size)
{
    double *middle = multiply(v, size);
    double *result = multiply_transposed(middle, size);
    free(middle);
    return result;
}

WORK double compute(integer size)
{
    double *u = allocate((size_t)size * sizeof *u);
    for (integer i = 0; i < size; i++)
        u[i] = 1.0;
    double *v = NULL;
    for (integer turn = 0; turn < 10; turn++) {
        free(v);
        v = multiply_both(u, size);
        free(u);
        u = multiply_both(v, size);
    }
    double uv = 0.0;
    double vv = 0.0;
    for (integer i = 0; i < size; i++) {
        uv += u[i] * v[i];
        vv += v[i] * v[i];
    }
    free(u);
    free(v);
    return sqrt(uv / vv);
}

int main(int argc, char **argv)
{
    read_arguments(argc, argv, 550);
    for (int run = 0; run < runs(); run++) {
        double norm;
        TIMED(norm = compute(size_of_run));
        RESULT("%.9f\n", norm);
    }
}
