# `cast.Ref` of a word that did not change was moved in front of a loop, though its tag went round the loop.
def longest(n, letters):
    for i in range(n):
        try:
            best = max(str(i) for letter in letters if 2 == i % 4)
        except ValueError as problem:
            best = str(problem)
    return best


def last(n, items):
    kept = None
    for turn in range(n):
        found = kept
        for item in items:
            if turn % 4 == 2:
                text = str(turn)
                if found is None:
                    found = text
                elif text < found:
                    found = text
    return found


print(longest(45, "xyz"), last(45, "xyz"))
