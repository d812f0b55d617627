print("math of my own")
