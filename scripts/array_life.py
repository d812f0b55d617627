"""The game of life on a torus, cell by cell of an array.

    array_life.py [SIZE]     a SIZE x SIZE board
"""
import sys

import numpy as np


def build(size):
    """A board with cells scattered over it."""
    board = np.zeros((size, size), dtype=np.int64)
    seed = 1
    for i in range(size):
        for j in range(size):
            seed = (seed * 1103515245 + 12345) % 2147483648
            if seed % 1000 < 300:
                board[i, j] = 1
    return (board,)


def step(board, after):
    """The next generation."""
    rows, columns = board.shape
    for i in range(rows):
        up = i - 1 if i > 0 else rows - 1
        down = i + 1 if i < rows - 1 else 0
        for j in range(columns):
            left = j - 1 if j > 0 else columns - 1
            right = j + 1 if j < columns - 1 else 0
            around = (board[up, left] + board[up, j] + board[up, right] + board[i, left] + board[i, right]
                      + board[down, left] + board[down, j] + board[down, right])
            if around == 3 or (around == 2 and board[i, j] == 1):
                after[i, j] = 1
            else:
                after[i, j] = 0


def compute(board, steps=20):
    after = np.zeros(board.shape, dtype=np.int64)
    for _ in range(steps):
        step(board, after)
        board, after = after, board
    return board


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 512
    (board,) = build(size)
    board = compute(board)
    alive = 0
    places = 0
    for i in range(size):
        for j in range(size):
            if board[i, j] == 1:
                alive += 1
                places += i * 3 + j
    print(f"alive {alive}, places {places}")


if __name__ == "__main__":
    main()
