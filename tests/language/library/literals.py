import ast
import colorsys

for text in (
    "[1, 2.5, 'a', b'x', (1,), {}, {'a': [1, 2]}, {1, 2}, None, True, -3, 1+2j, -1-2j]", "'a' 'b'", "1_000", "0x1f",
    "()", "(1)", "1, 2", "'''x\ny'''", "1e-5", "-1.5E+3", "set()", "'\\''", "  [ # a note\n 1,\n ]", "r'\\n'", "{}",
):
    print(repr(ast.literal_eval(text)))
for text in ("f()", "a", "1 + 1", "[x for x in y]", "1 if 2 else 3", "[1][0]", "-'a'", "not 1", "1 < 2", "...", "a.b"):
    try:
        print("taken:", text, ast.literal_eval(text))
    except ValueError as error:
        print(type(error).__name__)
for text in ("1 +", "[1", "1 2", ""):
    try:
        ast.literal_eval(text)
    except SyntaxError as error:
        print(error.msg)
colours = [(0.2, 0.4, 0.6), (0.5, 0.5, 0.5), (1.0, 0.0, 0.3), (0.0, 0.0, 0.0), (0.9, 0.8, 0.1)]
for name in ("rgb_to_yiq", "yiq_to_rgb", "rgb_to_hls", "hls_to_rgb", "rgb_to_hsv", "hsv_to_rgb"):
    print(name, [getattr(colorsys, name)(*colour) for colour in colours])
