/* What every C twin shares: its arguments, the clock, and Python's text of a float.
 *
 *     NAME [SIZE]          runs once and prints what the script prints
 *     NAME SIZE RUNS       runs RUNS times and prints the seconds of each run's work, a line a run
 *
 * A twin is its script statement by statement: same functions, same loops, same order of operations.
 */
#ifndef TWIN_H
#define TWIN_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Keeps the compiler from merging two runs or moving work across the clock. */
#define WORK __attribute__((noinline, noipa)) static

typedef int64_t integer;

static integer size_of_run;
static int timed_runs;

static void read_arguments(int argc, char **argv, integer default_size)
{
    size_of_run = argc > 1 ? strtoll(argv[1], NULL, 10) : default_size;
    timed_runs = argc > 2 ? atoi(argv[2]) : 0;
}

static int runs(void)
{
    return timed_runs ? timed_runs : 1;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Runs the statement; says how long it took if that was asked for. */
#define TIMED(statement)                            \
    do {                                            \
        double start_ = now();                      \
        statement;                                  \
        if (timed_runs)                             \
            printf("%.9f\n", now() - start_);       \
    } while (0)

/* Prints the result, which a timed run keeps to itself. */
#define RESULT(...)                                 \
    do {                                            \
        if (!timed_runs)                            \
            printf(__VA_ARGS__);                    \
    } while (0)

static inline void *allocate(size_t bytes)
{
    void *memory = malloc(bytes ? bytes : 1);
    if (!memory) {
        fputs("out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

/* The shortest text that reads back as the same float, laid out as Python does. */
static inline const char *repr(double value)
{
    static char texts[4][40];
    static int next;
    char *text = texts[next++ % 4];
    int digits = 1;
    for (; digits < 17; digits++) {
        snprintf(text, 40, "%.*e", digits - 1, value);
        if (strtod(text, NULL) == value)
            break;
    }
    snprintf(text, 40, "%.*e", digits - 1, value);
    int exponent = atoi(strchr(text, 'e') + 1);
    if (exponent >= -4 && exponent < 16) {
        int decimals = digits - 1 - exponent;
        snprintf(text, 40, "%.*f", decimals < 1 ? 1 : decimals, value);
    }
    return text;
}

#endif
