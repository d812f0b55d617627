"""A machine word runs over in a hot loop, and comes back."""


def grow(n):
    x = 1
    for i in range(n):
        x = x * 3 + 1
    return x


def around(n):
    x = 9223372036854775807 - n // 2
    seen = 0
    for i in range(n):
        x += 1
        if x > 9223372036854775807:
            seen += 1
    return x, seen


def below(n):
    x = -9223372036854775808 + n // 2
    for i in range(n):
        x -= 1
    return x


def there_and_back(n):
    x = 2**62
    for i in range(n):
        x = x * 2 if i % 2 == 0 else x // 2
    return x


def lcg(n):
    x = 12345
    for i in range(n):
        x = (x * 6364136223846793005 + 1442695040888963407) % 18446744073709551616
    return x


def small_lcg(n):
    x = 12345
    for i in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
    return x


def sums(n):
    total = 0
    for i in range(n):
        total += i * i * i * i
    return total


def negate(n):
    x = -9223372036854775808 + n // 2
    y = 0
    for i in range(n):
        if i >= n // 2:
            y = -x
            z = abs(x)
            w = x // -1
            if y != z or y != w:
                print("differ", x, y, z, w)
                break
        x -= 1 if i < n // 2 else 0
    return x, y


def shifts(n):
    x = 1
    peak = 0
    for i in range(n):
        x <<= 1
        if x > peak:
            peak = x
        if i % 70 == 69:
            x = 1
    return x, peak


def product_of_indices(n):
    biggest = 0
    for i in range(n):
        j = i * 3037000499
        k = j * j
        if k > biggest:
            biggest = k
    return biggest


print(grow(100) % 1000000007, grow(2000) % 1000000007, around(20000), below(20000), there_and_back(20001))
print(lcg(5000), small_lcg(20000), sums(20000), negate(10000), shifts(10000), product_of_indices(3000))
