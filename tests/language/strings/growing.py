# Text that grows piece by piece: in linear time, and never where another name sees it.


def by_sum(count):
    text = ""
    for _ in range(count):
        text = text + "ab"
    return len(text)


def by_update(count):
    text = ""
    for _ in range(count):
        text += "ab"
    return len(text)


def seen(count):
    text, other, total = "a", "", 0
    for _ in range(count):
        text = text + "b"
        other = text
        text = text + "c"
        total += len(other)
    return other[-4:], text[-4:], total


def mixed(values):
    kept = values
    values = values + [3]
    values = values + values
    return kept, values


def numbers(count):
    total = 0
    for number in range(count):
        total = total + number
        total = total + 0.5
    return total


print(by_sum(200_000), by_update(200_000), seen(2000))
print(mixed([1, 2]), numbers(1000))
line = ""
for character in "growing" * 20_000:
    line = line + character
print(len(line), line[:14])


def wrong():
    text = "a"
    text = text + 1


wrong()
