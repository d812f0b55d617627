"""The % operator on strings."""
print("%d %i %5d|%-5d|%05d %+d % d" % (1, 2, 3, 4, 5, 6, 7))
print("%f %.2f %10.3f|%-10.1f|%+.1f %e %.3e %g %g %g %G" % (1.5, 2.345, 3.14159, 2.5, 1.25, 12345.678, 0.00012, 1e10, 0.0001, 123456789.0, 1e-10))
print("%s %r %10s|%-10s|%.2s %a" % ("a", "b", "c", "d", "efgh", "é"))
print("%x %X %#x %o %#o %c %c %%" % (255, 255, 255, 8, 8, 65, "B"))
print("%s" % 5, "%s" % [1, 2], "%s %s" % (1, (2, 3)), "%s" % (None,), "%d%%" % 50, "%s" % {}, "%r" % ("x",))
print("%(name)s is %(age)d, %(pi).2f" % {"name": "Bob", "age": 42, "pi": 3.14159})
print("%*d|%-*d|%.*f" % (5, 1, 5, 2, 2, 3.14159), "%d" % 3.99, "%d" % True, "%d" % 10**20, "%x" % -255, "%5.1f%%" % 12.34, "%05.1f" % -2.5, "%+5d" % -3, "%#X" % 255)
print("%s" % 1e20, "%s" % 0.1, "%r" % 1j, "%.3s|%5.1s|" % ("abc", "xyz"), "%i" % -0.5, "%e" % 0, "%g" % 1e16, "%g" % 100000, "%g" % 1000000, "%.0f" % 0.5, "%.0f" % 1.5, "%#.3g" % 1.0)
for function in (lambda: "%d" % "x", lambda: "%d %d" % (1,), lambda: "%d" % (1, 2), lambda: "%q" % 1, lambda: "%(a)s" % {}, lambda: "%x" % 1.5, lambda: "%c" % "ab", lambda: "%" % 1, lambda: "%s %s" % "a", lambda: "text" % 1, lambda: "%f" % "a", lambda: "%(a)s" % 5):
    try:
        print(function())
    except (TypeError, ValueError, KeyError) as problem:
        print(type(problem).__name__, problem)
