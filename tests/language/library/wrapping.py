import textwrap, random
random.seed(5)
base = ["hello","world","co-operate","--flag","e-mail","x-y-z","a--b","foo--bar-baz","-x","non-negative-number","1-2","ab-1","well--known","end.","What?","\"Yes.\"","supercalifragilisticexpialidocious","a","I","--","---","foo-","-foo-bar","(half-open)","it's","3.5","a_b-c_d","über-cool","\t","\n","  ","x"*40,"long-hyphenated-word-that-goes-on-and-on", "t-shirt","Mother-in-law", "--option-name", "a-b-c-d", "f(x)-g(x)", "foo/--bar"]
for n in range(150):
    text = " ".join(random.choice(base) for _ in range(random.randrange(0, 14)))
    kw = {}
    if random.random() < .3: kw['fix_sentence_endings'] = True
    if random.random() < .2: kw['break_on_hyphens'] = False
    if random.random() < .2: kw['break_long_words'] = False
    if random.random() < .2: kw['drop_whitespace'] = False
    if random.random() < .2: kw['replace_whitespace'] = False
    if random.random() < .2: kw['max_lines'] = random.randrange(1,4)
    if random.random() < .2: kw['initial_indent'] = '* '
    if random.random() < .2: kw['subsequent_indent'] = '    '
    w = random.randrange(8, 50)
    try: print(n, textwrap.wrap(text, w, **kw))
    except ValueError as e: print(e)
print(repr(textwrap.dedent("""\
    a
      b

    \tc
   """)), repr(textwrap.dedent("  a\n\tb\n  c")), repr(textwrap.dedent("\n  x\n    y\n")))
print(textwrap.indent("a\n\nb\n  \n", "> "), textwrap.indent("a\n\nb", "+", lambda l: True), textwrap.shorten("Hello  world!  foo bar", width=12), textwrap.shorten("Hello world", width=10, placeholder="..."), textwrap.fill("a b c d", 3))
