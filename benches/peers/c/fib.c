/* fib.py */
#include "twin.h"

static integer fib(integer n)
{
    if (n < 2)
        return n;
    return fib(n - 1) + fib(n - 2);
}

WORK integer compute(integer n)
{
    return fib(n);
}

int main(int argc, char **argv)
{
    read_arguments(argc, argv, 36);
    for (int run = 0; run < runs(); run++) {
        integer result;
        TIMED(result = compute(size_of_run));
        RESULT("fib(%lld) = %lld\n", (long long)size_of_run, (long long)result);
    }
}
