"""Functions of a script that do what calls of built-in callables do. Compiled code goes by these; no traceback shows them."""


def cached(function, results, counts, maxsize):
    """What a cache does with one argument, and with any number of them."""

    def with_one(argument):
        key = argument if type(argument) is int or type(argument) is str else (argument,)
        result = results.get(key)
        if result is not None or key in results:
            counts[0] += 1
            if maxsize is not None:
                results[key] = results.pop(key, result)
            return result
        counts[1] += 1
        result = function(argument)
        if maxsize is not None and len(results) >= maxsize and key not in results:
            del results[next(iter(results))]
        results[key] = result
        return result

    def with_any(*key):
        result = results.get(key)
        if result is not None or key in results:
            counts[0] += 1
            if maxsize is not None:
                results[key] = results.pop(key, result)
            return result
        counts[1] += 1
        result = function(*key)
        if maxsize is not None and len(results) >= maxsize and key not in results:
            del results[next(iter(results))]
        results[key] = result
        return result

    return with_one, with_any


def applied(function, named, *given):
    """What a partial function does that has up to three arguments by position already; `None` for others."""
    if len(given) == 0:
        return lambda *rest: function(*rest, **named)
    if len(given) == 1:
        (first,) = given
        return lambda *rest: function(first, *rest, **named)
    if len(given) == 2:
        first, second = given
        return lambda *rest: function(first, second, *rest, **named)
    if len(given) == 3:
        first, second, third = given
        return lambda *rest: function(first, second, third, *rest, **named)
    return None
