/* array_life.py; an array is its elements, row after row. */
#include "twin.h"

static integer *empty_board(integer size)
{
    integer *board = allocate((size_t)(size * size) * sizeof *board);
    for (integer i = 0; i < size * size; i++)
        board[i] = 0;
    return board;
}

static integer *build(integer size)
{
    integer *board = empty_board(size);
    integer seed = 1;
    for (integer i = 0; i < size; i++) {
        for (integer j = 0; j < size; j++) {
            seed = (seed * 1103515245 + 12345) % 2147483648;
            if (seed % 1000 < 300)
                board[i * size + j] = 1;
        }
    }
    return board;
}

static void step(integer *board, integer *after, integer rows, integer columns)
{
    for (integer i = 0; i < rows; i++) {
        integer *up = board + (i > 0 ? i - 1 : rows - 1) * columns;
        integer *here = board + i * columns;
        integer *down = board + (i < rows - 1 ? i + 1 : 0) * columns;
        for (integer j = 0; j < columns; j++) {
            integer left = j > 0 ? j - 1 : columns - 1;
            integer right = j < columns - 1 ? j + 1 : 0;
            integer around = up[left] + up[j] + up[right] + here[left] + here[right]
                + down[left] + down[j] + down[right];
            if (around == 3 || (around == 2 && here[j] == 1))
                after[i * columns + j] = 1;
            else
                after[i * columns + j] = 0;
        }
    }
}

WORK integer *compute(integer *board, integer size, integer steps)
{
    integer *after = empty_board(size);
    for (integer at = 0; at < steps; at++) {
        step(board, after, size, size);
        integer *other = board;
        board = after;
        after = other;
    }
    free(after);
    return board;
}

int main(int argc, char **argv)
{
    read_arguments(argc, argv, 512);
    for (int run = 0; run < runs(); run++) {
        integer *board = build(size_of_run);
        TIMED(board = compute(board, size_of_run, 20));
        integer alive = 0;
        integer places = 0;
        for (integer i = 0; i < size_of_run; i++) {
            for (integer j = 0; j < size_of_run; j++) {
                if (board[i * size_of_run + j] == 1) {
                    alive += 1;
                    places += i * 3 + j;
                }
            }
        }
        RESULT("alive %lld, places %lld\n", (long long)alive, (long long)places);
        free(board);
    }
}
