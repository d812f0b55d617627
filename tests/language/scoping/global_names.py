"""Module names, built-in names and their shadows."""
count = 0
print(len("abc"), max(1, 2))
len = lambda x: "shadowed"
print(len("abc"))
del len
print(len("abc"))


def use_global():
    return count


def set_global():
    global count, made
    count += 1
    made = count * 10


def shadow_builtin(sum):
    return sum + 1


def shadow_in_body():
    max = 5
    return max


def nested_global():
    count = "local"

    def inner():
        global count
        count = "from inner"
    inner()
    return count


set_global(); set_global()
print(use_global(), made, shadow_builtin(5), shadow_in_body(), max(3, 4))
print(nested_global(), count)
print(__name__)
for i in range(3):
    pass
print(i)
if True:
    inside_if = "visible"
print(inside_if)
[hidden for hidden in range(3)]
try:
    hidden
except NameError as problem:
    print(problem)


def f():
    return g()


def g():
    return late_name


late_name = "set later"
print(f())
late_name = "and again"
print(f())


def same(x):
    x = x + 1
    return x


x = 10
print(same(x), x)


def loop_global():
    global n
    for n in range(4):
        pass


loop_global()
print(n)


def uses(a, b=count):
    return a, b


count = "changed"
print(uses(1), count)
print("count" in globals(), "nothing_here" in globals(), globals()["x"])
globals()["made_by_globals"] = 5
print(made_by_globals)


def show_locals(a, b=2):
    c = 3
    return sorted(locals().items())


print(show_locals(1))
