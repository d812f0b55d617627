"""The text of complex numbers, signed zeros and special parts included."""
inf = float("inf")
nan = float("nan")
parts = (0.0, -0.0, 1.0, -1.0, 2.5, 1e16, 1e-5, inf, -inf, nan)
for re in parts:
    for im in parts:
        z = complex(re, im)
        print(z, -z, z.conjugate(), z + 1, z * 2)
print(1j, -1j, 0j, -0j, 1 - 0j, -1 + 0j, 1 + 2j, 1 - 2j, -(1 + 2j), 1.5j, 1e300j, 3 - 1e-10j, complex(-0.0, -0.0), complex(0, -0.0))
print([1 + 2j, 3j], (0j,), {1j: 1 - 1j}, f"{1 + 2j}", f"{1j}", "%s" % (1 + 2j), str(1 - 1j))
print(f"{1 + 2j:.2f}", f"{1.5 - 2.25j:.1e}", f"{3j:>12}", f"{1 + 2j:<12}|", f"{1 + 2j:g}", f"{12345.678 + 1j:,.2f}")
