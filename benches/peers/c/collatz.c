/* collatz.py */
#include "twin.h"

static integer best, longest, peak;

WORK void compute(integer limit)
{
    best = 0;
    longest = 0;
    peak = 0;
    for (integer start = 1; start < limit; start++) {
        integer n = start;
        integer steps = 0;
        while (n != 1) {
            if (n % 2 == 0) {
                n /= 2;
            } else {
                n = 3 * n + 1;
                if (n > peak)
                    peak = n;
            }
            steps += 1;
        }
        if (steps > longest) {
            best = start;
            longest = steps;
        }
    }
}

int main(int argc, char **argv)
{
    read_arguments(argc, argv, 300000);
    for (int run = 0; run < runs(); run++) {
        TIMED(compute(size_of_run));
        RESULT("start %lld: %lld steps; highest value %lld\n", (long long)best, (long long)longest, (long long)peak);
    }
}
