items = []
print(-items)
