/* julia_expanded.py; it stands for julia.py too, whose abs(z) no one would write in C. */
#include "twin.h"

static const double X1 = -1.8, X2 = 1.8, Y1 = -1.8, Y2 = 1.8;
static const double C_REAL = -0.62772, C_IMAG = -0.42193;

typedef struct { double real, imag; } complex_number;

static integer count;
static complex_number *zs, *cs;

static void build(integer width)
{
    double x_step = (X2 - X1) / (double)width;
    double y_step = (Y1 - Y2) / (double)width;
    double *xs = allocate((size_t)(width + 2) * sizeof *xs);
    integer columns = 0;
    double x = X1;
    while (x < X2) {
        xs[columns++] = x;
        x += x_step;
    }
    double *ys = allocate((size_t)(width + 2) * sizeof *ys);
    integer rows = 0;
    double y = Y2;
    while (y > Y1) {
        ys[rows++] = y;
        y += y_step;
    }
    zs = allocate((size_t)(rows * columns) * sizeof *zs);
    cs = allocate((size_t)(rows * columns) * sizeof *cs);
    count = 0;
    for (integer j = 0; j < rows; j++) {
        for (integer i = 0; i < columns; i++) {
            zs[count] = (complex_number){xs[i], ys[j]};
            cs[count] = (complex_number){C_REAL, C_IMAG};
            count++;
        }
    }
    free(xs);
    free(ys);
}

WORK integer *compute(integer maxiter)
{
    integer *output = allocate((size_t)count * sizeof *output);
    for (integer i = 0; i < count; i++)
        output[i] = 0;
    for (integer i = 0; i < count; i++) {
        integer n = 0;
        complex_number z = zs[i];
        complex_number c = cs[i];
        while (n < maxiter && z.real * z.real + z.imag * z.imag < 4) {
            double real = z.real * z.real - z.imag * z.imag;
            double imag = z.real * z.imag + z.imag * z.real;
            z.real = real + c.real;
            z.imag = imag + c.imag;
            n += 1;
        }
        output[i] = n;
    }
    return output;
}

int main(int argc, char **argv)
{
    read_arguments(argc, argv, 1000);
    for (int run = 0; run < runs(); run++) {
        integer *output;
        build(size_of_run);
        TIMED(output = compute(300));
        integer sum = 0;
        for (integer i = 0; i < count; i++)
            sum += output[i];
        RESULT("%lld points, sum of steps %lld\n", (long long)count, (long long)sum);
        free(output);
        free(zs);
        free(cs);
    }
}
