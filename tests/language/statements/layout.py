# Indentation, continuation, comments, semicolons and blank lines.

def f(a,
      b=2,  # a comment inside
      *,
      c=3,
      ):

    # a comment at another depth
        # and deeper

    total = (a +
             b
             + c)   # trailing

    return total \
        + 1


print(f(1), f(1,
               c=5)); print("same line"); x = 1; y = 2;
if x:
	print("tab indent")
	if y:
		print("two tabs")
if x:
        print("eight spaces")
        if y:
          print("two more")
data = [
    1, 2,

    3,  # three
    # nothing
]
print(data, {
    "a": 1,
    "b": [
        2,
    ],
})
text = "a" \
       "b"
print(text); print((((5)))); print((1,
2))
def one_line(a): return a * 2
print(one_line(4))
for i in range(2): print(i); print(-i)
while x: x -= 1; print("x", x)
class_ = 1; print(class_); match = 2; case = 3; type_ = 4; print(match + case, type_)
_ = 5; __x__ = 6; été = 7; naïve_2 = 8; print(_, __x__, été, naïve_2)
if True:
    pass
    # comment at the end

# a last comment without newline at the end of the file
print("no newline at the end")