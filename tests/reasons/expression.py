# T002 in a loop: an expression that only the interpreter evaluates.
def f(n):
    text = ""
    for i in range(n):
        text = f"{i:>5}"
    return text


print(f(3000))
