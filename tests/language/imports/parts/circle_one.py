import circle_two
x = 1
