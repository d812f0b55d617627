# T002 in a loop: text that only the interpreter puts together.
def f(n):
    text = ""
    for i in range(n):
        text = f"{i:>5}"
    return text


print(f(3000))
