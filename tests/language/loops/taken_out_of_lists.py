# objects taken out of lists while others still have what they had loaded from there
def popped_after_look(n):
    stack = [[i, i + 1] for i in range(n)]
    prev = [0, 0]
    total = 0
    while stack:
        top = stack[-1]
        stack.pop()
        total += prev[0] * 2 + prev[1]
        prev = top
        fresh = [total, total]
        total ^= fresh[1] & 7
    return total

def popped_and_kept(n):
    stack = [(i, str(i)) for i in range(n)]
    best = None
    while stack:
        item = stack.pop()
        if best is None or item[0] % 97 > best[0] % 97:
            best = item
        other = (item[0], item[1] + "x")
        if len(other[1]) > 7:
            best = other
    return best

def cleared(n):
    total = 0
    for i in range(n):
        xs = [[i, i], [i + 1]]
        x = xs[0]
        xs.clear()
        y = [i * 2, 5]
        z = [i * 3, 6]
        total += x[0] + y[0] + z[1]
    return total

def hoisted(n):
    rows = [[k, k * k] for k in range(5)]
    first = rows[0]
    total = 0
    for i in range(n):
        if i == n // 2:
            rows.pop(0)
        if i == n // 2 + 3:
            rows.append([7, 7])
            rows.pop()
        junk = [i, i]
        total += first[1] + junk[0] + len(rows)
    return total

def items_of_popped(n):
    stack = [[[i], [i + 1]] for i in range(n)]
    inner = [0]
    total = 0
    while stack:
        pair = stack.pop()
        total += inner[0]
        inner = pair[1]
        new = [[total], [3]]
        total += new[1][0]
    return total

def swap_chain(n):
    a, b = [1, 2], [3, 4]
    total = 0
    for i in range(n):
        a, b = b, [a[0] + i, b[1]]
        t = (a, b, i, i + 1)
        total += t[0][0] + t[1][1] + t[3]
        total %= 1000003
    return total

def inner_carry(n):
    total = 0
    pool = [[i] for i in range(n)]
    while pool:
        cur = pool.pop()
        for k in range(3):
            nxt = [cur[0] + k]
            cur = nxt
        total += cur[0]
    return total

def from_deque(n):
    from collections import deque
    q = deque([(0, 0, "a")])
    seen = 0
    last = None
    while q and seen < n:
        item = q.popleft()
        x, y, s = item
        seen += 1
        if last is not None and last[0] > x + 5:
            seen += 0
        last = item
        q.append((x + 1, y + 2, s))
        if seen % 3:
            q.append((y, x, "b"))
    return last, seen, len(q)

def heap(n):
    import heapq
    h = [(5, 1, 0)]
    out = 0
    prev = (0, 0, 0)
    for i in range(n):
        d, u, v = heapq.heappop(h)
        out = (out * 31 + d + u + prev[0]) % 1000003
        prev = (d, v, u)
        heapq.heappush(h, (d + i % 7, v, i))
        heapq.heappush(h, (d + i % 5, i, u))
    return out, prev

def text(n):
    out = 0
    line = "alpha beta gamma delta"
    longest = ""
    for i in range(n):
        words = line.split()
        w = words[i % 4]
        t = w + str(i)
        u = t[1:3]
        if len(t) > len(longest):
            longest = t
        out += len(t) + (u == "et")
    return out, longest

for f in (popped_after_look, popped_and_kept, cleared, hoisted, items_of_popped, swap_chain, inner_carry, from_deque, heap, text):
    for n in (10, 300, 4000):
        print(f.__name__, f(n))
