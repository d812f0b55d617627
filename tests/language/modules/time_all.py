# The time module.

def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


import time

for f in [time.time, time.perf_counter, time.monotonic, time.process_time, time.thread_time]:
    a = f()
    b = f()
    print(type(a), b >= a)
for f in [time.time_ns, time.perf_counter_ns, time.monotonic_ns, time.process_time_ns]:
    a = f()
    b = f()
    print(type(a), b >= a)
start = time.perf_counter()
time.sleep(0.01)
print(time.perf_counter() - start >= 0.01)
t = time.gmtime(0)
print(t)
print(t.tm_year, t[0], len(t), list(t))
print(time.strftime("%Y-%m-%d %H:%M:%S %j %a %b %%", t))
print(time.asctime(t))
print(time.gmtime(86400 * 365.25 * 50))
print(time.mktime(time.localtime(1700000000)))
print(time.strftime("%Y-%j %%", (2024, 2, 30, 1, 2, 3, 4, 5, -1)))
show(lambda: time.sleep(-1))
show(lambda: time.sleep("a"))
show(lambda: time.sleep())
show(lambda: time.sleep(float("nan")))
show(lambda: time.time(1))
show(lambda: time.strftime(1))
show(lambda: time.strftime("%Y", (1, 2)))
show(lambda: time.strftime("", (2024, 13, 30, 1, 2, 3, 4, 5, -1)))
show(lambda: time.gmtime(1e20))
show(lambda: time.localtime("a"))
show(lambda: time.gmtime(1, 2))
show(lambda: time)
