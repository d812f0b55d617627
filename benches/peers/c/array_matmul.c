/* array_matmul.py; an array is its elements, row after row. */
#include "twin.h"

static double *matrix(integer size)
{
    return allocate((size_t)(size * size) * sizeof(double));
}

WORK double *compute(double *left, double *right, integer size)
{
    double *product = matrix(size);
    for (integer i = 0; i < size * size; i++)
        product[i] = 0.0;
    for (integer i = 0; i < size; i++)
        for (integer k = 0; k < size; k++)
            for (integer j = 0; j < size; j++)
                product[i * size + j] += left[i * size + k] * right[k * size + j];
    return product;
}

int main(int argc, char **argv)
{
    read_arguments(argc, argv, 300);
    integer size = size_of_run;
    for (int run = 0; run < runs(); run++) {
        double *left = matrix(size), *right = matrix(size), *product;
        for (integer i = 0; i < size; i++)
            for (integer j = 0; j < size; j++) {
                left[i * size + j] = (double)((i * 7 + j * 3) % 11) - 5.0;
                right[i * size + j] = (double)((i * 5 + j * 2) % 13) * 0.25;
            }
        TIMED(product = compute(left, right, size));
        double trace = 0.0;
        for (integer i = 0; i < size; i++)
            trace += product[i * size + i];
        RESULT("trace %s, corner %s\n", repr(trace), repr(product[(size - 1) * size]));
        free(left);
        free(right);
        free(product);
    }
}
