match x:
    case 1 | -2 | 3.5 | -1+2j | 'a' 'b' | b'c': pass
    case None | True | False: pass
    case a.b.c: pass
    case [a, b, *c] | (a, b, *c): pass
    case (a,): pass
    case (a): pass
match x, *y:
    case a, *_ if a > 1: pass
    case (): pass
    case []: pass
    case {'a': b, 1: _, c.d: e, **rest}: pass
    case {}: pass
    case {**rest}: pass
    case Point(): pass
    case p.Point(1, [a], y=0, z=None,): pass
    case ([1, 2] as a, b) as c: pass
    case _: pass
match (x):
    case 1: match = case = 1
match = 1
match[1]
match(1)
match * 2
match -1
match.x = case
case = match
match -x:
    case y:
        match y:
            case z: pass
        case = 2
