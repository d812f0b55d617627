from circle_one import x
