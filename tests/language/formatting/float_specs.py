"""Format specs on floats, each against many values."""
values = [0.0, -0.0, 1.0, -1.5, 0.1, 2.5, 3.14159, 1234567.891, 1e-5, 1.5e-10, 1e10, 1e16, 1e22, 123456789.0, 0.00012345, 99.995,
          9.5, 0.5, float("inf"), float("-inf"), float("nan"), 5e-324, 1.7976931348623157e308]
specs = ["", "f", ".0f", ".1f", ".3f", "e", ".0e", ".2e", "g", ".3g", ".10g", "G", "E", "%", ".1%", "10.2f", "<10.2f", "^10.1f", "+.2f", " .2f",
         "010.2f", ",", ",.2f", "_.1f", "#.0f", "#g", ".17g", ".3", ".10", "*>12.3f", "=+12.3f", "0=12.1f", "F", "n", "012,.1f", ".20f"]
for spec in specs:
    print(spec, "|", " ".join(format(value, spec) for value in values if abs(value) < 1e300 or spec not in (".20f",)))
for value in (0.5, 1.5, 2.5, 0.125, 0.375, 2.675, 1.005, 1e23, 0.045, 1.25, 1.35):
    print(f"{value:.0f} {value:.1f} {value:.2f} {value:.1e} {value:.2g} {value:.30f}")
