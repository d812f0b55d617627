import warnings
warnings.simplefilter("ignore")
import re


def plain(x):
    return int(x) if isinstance(x, int) else "a function" if callable(x) else x


def t(f, *a, **k):
    a_shown, k_shown = [plain(x) for x in a], {n: plain(x) for n, x in k.items()}
    try:
        r = f(*a, **k)
        if isinstance(r, re.Match):
            print(a_shown, k_shown, r, r.groups(), r.groupdict(), r.lastindex, r.lastgroup, r.span(), r.regs)
        else:
            print(a_shown, k_shown, r)
    except re.error as e:
        print(a_shown, "error", e, e.msg, e.pos, e.lineno, e.colno)
    except Exception as e:
        print(a_shown, k_shown, type(e).__name__, e)


for p in ['(a', 'a)', '*a', 'a**', 'a{2,1}', '[a', '[z-a]', '[a-\\d]', '(?P<n', '(?P<>a)', '(?P<1>a)', '(?P<n>a)(?P<n>b)', '(?P=n)', '(?Px)', '(?', '(?x', '(?i', '(?z)', '(?i-', '(?i-i:a)', '(?-i', '(?-a:x)', '(?#', '(?<a)', '(?<', '\\', 'a\\', '\\q', '[\\q]', '\\x1', '\\u12', '\\N{foo}', '\\N', '\\1', '(a)\\2', '(\\1)', '(?(1)a|b)', '(?(x)a)', '(a)?(?(1)b|c|d)', '(?(0)a)', '(?<=a*)b', '(?<=(a))b\\1', 'a|*', '(|*)', '(?:*)', '^*', '$+', '\\b*', 'a(?i)b', '(?a)(?u)', '(?au)x', '(?L)x', '\\777', '\\400', '[\\777]', 'a{99999999999}', 'x\ny(', '(?P<a\u0301>x)', '((', '(?=a', '(?i:a', '(?>a', '(?P<n>a', '[]', '[^]', '[a-', 'a{', 'a{1', 'a{,', 'a{,3}b', 'a{1,', '(?s', '(?(1', '(?(', '(?(1)', '(?x) a # b\n c(']:
    t(re.compile, p)
for p, s in [('a', 'xay'), ('(a)(b)?', 'a'), ('(?P<x>\\d+)-(?P<y>\\w+)', 'foo 12-ab'), ('a*', 'baaa'), ('^a', 'ba'), ('a$', 'a\n'), ('a\\Z', 'a\n'), ('(?m)^b$', 'a\nb\nc'), ('.+', 'a\nb'), ('(?s).+', 'a\nb'), ('(?i)ABC', 'xabc'), ('[^a-c]+', 'abcxyz'), ('\\bfoo\\b', 'a foo b'), ('\\Bo', 'foo'), ('(a|ab)(c|bcd)(d*)', 'abcd'), ('(a+)(b+)?', 'aaa'), ('(?:a|b)+', 'abba'), ('((a)|b)+', 'ab'), ('(a)|(b)', 'b'), ('a{2,3}', 'aaaa'), ('a{2,3}?', 'aaaa'), ('a++b', 'aaab'), ('(?>a+)ab', 'aaab'), ('(\\w)\\1', 'hello'), ('(?P<q>[\'"]).*?(?P=q)', 'say "hi" x'), ('(?<=\\d)x', '1x'), ('(?<!\\d)x', '1x x'), ('a(?=b)', 'acab'), ('a(?!b)', 'abac'), ('(<)?(\\w+)(?(1)>)', '<ab>'), ('(<)?(\\w+)(?(1)>|$)', '<ab'), ('\\d+', '\u0661\u0662'), ('(?a)\\d+', '\u06611'), ('\\w+', 'h\xe9llo w\xf6rld'), ('(?a)\\w+', 'h\xe9llo'), ('\\s', 'a\x1cb'), ('[\\w.]+@[\\w.]+', 'mail foo.bar@x.com now'), ('(?x) a  b # c', 'ab'), ('[a-z&&b]', '&'), ('[[]', '['), ('[]a]+', 'a]'), ('[^]]+', 'ab]'), ('[a\\-z]+', 'a-z'), ('x*', ''), ('', 'abc'), ('(?i)\xe9', '\xc9'), ('(?i)[\xe0-\xff]', '\xc9'), ('\\.', 'a.b'), ('a.c', 'a\nc abc'), ('(a(b(c)))', 'abc'), ('(a)(b)(c)', 'abc'), ('[0-9]{3}-[0-9]{4}', 'tel 555-1234'), ('~!@#%&`', 'x~!@#%&`'), ('a#b c', 'a#b c'), ('\\$\\{(\\w+)\\}', '${abc}'), ('(?i:a)b', 'Ab AB'), ('(?i)a(?-i:b)', 'AB Ab'), ('\u4e2d+', '\u4e2d\u4e2d\u6587')]:
    for f in (re.search, re.match, re.fullmatch, re.findall): t(f, p, s)
    t(re.split, p, s); t(re.sub, p, '<\\g<0>>', s); t(re.subn, p, '-', s, 1)
    print([m.span() for m in re.finditer(p, s)])
t(re.sub, 'a', '\\1', 'a'); t(re.sub, '(a)', '\\g<1>\\1\\n\\\\', 'ba'); t(re.sub, 'a', '\\g<x>', 'a'); t(re.sub, 'a', '\\g<', 'a'); t(re.sub, 'a', '\\g', 'a'); t(re.sub, 'a', '\\q', 'a'); t(re.sub, 'a', '\\.', 'a'); t(re.sub, '(?P<n>a)', '[\\g<n>]', 'xa'); t(re.sub, 'a', '\\g<2>', 'a'); t(re.sub, '(a)|b', '[\\1]', 'ab'); t(re.sub, 'a', '\\07x\\100', 'a'); t(re.sub, 'a', '\\', 'a'); t(re.sub, 'a', '\\g<-1>', 'a')
t(re.sub, 'a', lambda m: m.group().upper(), 'banana'); t(re.sub, 'a', lambda m: 5, 'banana'); t(re.sub, 'a', 'b', 'banana', 2); t(re.sub, 'a', 'b', 'banana', count=1); t(re.sub, 'x*', '-', 'abxd'); t(re.sub, '', '-', 'abc'); t(re.sub, 'a', 5, 'a'); t(re.sub, '(?i)A', 'x', 'aA'); t(re.sub, 'A', 'x', 'aA', flags=re.I)
t(re.split, '(,)', 'a,b,c'); t(re.split, ',', 'a,b,c', 1); t(re.split, 'x*', 'axbc'); t(re.split, '(a)?b', 'abcb'); t(re.split, '\\s+', ' a b '); t(re.split, '', 'abc'); t(re.split, ',', '', 0); t(re.split, ',', 'a,b', maxsplit=1)
t(re.findall, '(a)(b)?', 'abaa'); t(re.findall, '(a)', 'aa'); t(re.findall, '\\b', 'a b'); t(re.findall, b'a.', b'abac'); t(re.findall, b'\xe9', b'a\xe9'); t(re.findall, b'\\w+', b'ab\xe9 cd'); t(re.search, b'(?P<n>b)', b'abc'); t(re.findall, 'a', b'a'); t(re.findall, b'a', 'a'); t(re.findall, 'a', 5); t(re.findall, 5, 'a'); t(re.sub, b'a', b'\\g<0>\xff', b'xa'); t(re.split, b',', b'a,b'); t(re.findall, b'[^\\x00-\\x7f]', b'a\xff\x80')
p = re.compile('(a)(?P<n>b)', re.I | re.M); print(p, p.pattern, p.flags, p.groups, dict(p.groupindex)); print(re.compile(b'x'), re.compile('x', re.A), re.compile('(?i)x').flags, re.compile("a'b"))
print(p.search('xAB', 1), p.search('xAB', 2), p.match('xAB', 1), p.fullmatch('xABy', 1, 3), p.findall('abab', 1), p.findall('abab', 0, 3), p.sub('z', 'abab', 1), p.split('1ab2'), re.compile('^a').search('ba', 1), re.compile('a$').search('ab', 0, 1))
m = p.search('xxab'); print(m[0], m[1], m['n'], m.group(1, 'n'), m.start(), m.end(2), m.span('n'), m.pos, m.endpos, m.string, m.re is p, m.expand('\\1-\\g<n>'), m.groups(), m.groupdict(), m.regs)
t(m.group, 5); t(m.group, 'zz'); t(m.group, -1); t(m.group, 1.5); t(m.start, 3); t(m.__getitem__, 3)
m = re.match('(a)|(b)', 'a'); print(m.groups(), m.groups('z'), m.groupdict(), m.span(2), m.start(2), m.lastindex, bool(m), m.group(2))
print(re.escape('a.b*c[d]\n é_1-~'), re.escape(b'a.b'), re.escape('')); t(re.escape, 5)
t(re.compile, 5); t(re.compile, p, re.I); print(re.compile(p) is p, re.compile('x') is re.compile('x'), p == re.compile('(a)(?P<n>b)', re.I | re.M), hash(p) == hash(re.compile('(a)(?P<n>b)', re.I | re.M)))
t(re.compile, 'a', re.A | re.U); t(re.compile, 'a', re.L); t(re.compile, b'a', re.U); t(re.search); t(re.search, 'a'); t(re.sub, 'a', 'b'); t(p.search); t(p.sub, 'a')
print(int(re.I | re.M), re.error, re.Pattern, re.Match, type(p), type(m))
print(re.search('(?:(a)|b)*', 'ab').groups(), re.search('(a|b)*', 'ab').groups(), re.findall('(?:a|(b))', 'ab'), re.search('(a*)+', 'b').groups())
print(re.findall(r'[+-]?\d+\.?\d*(?:[eE][+-]?\d+)?', 'x=1.5e-3, y=-2, z=.5'), re.sub(r'(\d+)', lambda m: str(int(m.group(1)) * 2), 'a1b22c333'))
