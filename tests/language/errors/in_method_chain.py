text = "a,b"
print(text.upper().split(",")[5].lower())
