grid = [[1, 2, 3]]
row = 0
print(grid[row]["x"])
