x = 5
if x is 5:
    print("five")
y = x is not "a"
z = x is None is 3, x is (), x is -1, x is (1, 2), x is True, x is ..., x is [1]
assert (x, "always")
assert ()  or True


def wrong(number):
    try:
        match number:
            case 0:
                return "abc" (1)
            case 1:
                return [1, 2] [1, 0]
            case 2:
                return [(1, 2) (3, 4)]
            case 3:
                return "abc"["a"]
            case 4:
                return 1 [0]
            case 5:
                return {1} [0]
            case 6:
                return (lambda: 0) [0]
            case 7:
                return f"{x}" ()
            case 8:
                return [i for i in "ab"] [1.5]
            case 9:
                return b"ab" [None]
            case 10:
                return (1, 2)["x"], {1: 2} [1]
            case 11:
                return None [0]
            case 12:
                return (i for i in "ab") ["x"]
    except TypeError as error:
        return error


for number in range(13):
    print(wrong(number))
exec("print(x is 7)")
[1, 2][0] = 3
