value = "text"
print(f"value is {value:.2f}")
