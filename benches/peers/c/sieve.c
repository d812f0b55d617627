/* sieve.py */
#include "twin.h"

static integer count, total, last;

WORK void compute(integer limit)
{
    bool *prime = allocate((size_t)limit * sizeof *prime);
    for (integer i = 0; i < limit; i++)
        prime[i] = true;
    prime[0] = false;
    prime[1] = false;
    integer i = 2;
    while (i * i < limit) {
        if (prime[i])
            for (integer j = i * i; j < limit; j += i)
                prime[j] = false;
        i += 1;
    }
    count = 0;
    total = 0;
    last = 0;
    for (i = 0; i < limit; i++) {
        if (prime[i]) {
            count += 1;
            total += i;
            last = i;
        }
    }
    free(prime);
}

int main(int argc, char **argv)
{
    read_arguments(argc, argv, 25000000);
    for (int run = 0; run < runs(); run++) {
        TIMED(compute(size_of_run));
        RESULT("%lld primes, sum %lld, last %lld\n", (long long)count, (long long)total, (long long)last);
    }
}
