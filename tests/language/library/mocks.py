from unittest.mock import *
import unittest, os
m = MagicMock(); m.foo.bar(1, a=2); m.foo.return_value = 3
print(m.foo(), m.mock_calls, m.method_calls, m.foo.bar.call_args, m.foo.bar.call_args.args)
print(repr(m).split("id")[0], repr(m.foo.bar).split("id")[0], repr(m().x()).split("id")[0])
print(len(m), int(m), m[3] is m[4], list(m), bool(m), m == m, m == 1)
for f in (lambda: m.foo.assert_called_with(3), lambda: m.foo.bar.assert_called_once_with(2), lambda: m.foo.assert_has_calls([call(2)]), lambda: m.zz.assert_called(), lambda: m.zz.assert_called_once(), lambda: m.foo.assert_not_called(), lambda: m.assert_foo, lambda: m.foo.assert_any_call(9), lambda: m.foo.bar.assert_called_with(2)):
    try: f()
    except AssertionError as e: print(e)
    except AttributeError as e: print(e)
with patch("os.getcwd", return_value="/x") as p: print(os.getcwd(), p.called)
print(os.getcwd() != "/x")
class C:
    def f(self, a, b=2): return 1
    @staticmethod
    def s(x): pass
    x = 3
@patch.object(C, "f", autospec=True)
@patch.object(C, "x", 5)
def t(f):
    c = C(); f.return_value = 8
    print(c.f(1), c.x, f.mock_calls == [call(c, 1)])
    try: c.f()
    except TypeError as e: print(e)
    f.assert_called_once_with(c, 1)
    f.assert_called_once_with(c, a=1)
t()
print(C.x, C().f(1))
a = create_autospec(C)
i = a(); i.f(1); print(a.mock_calls, i.f.mock_calls, isinstance(i, C))
try: i.nope
except AttributeError as e: print(e)
try: i.f()
except TypeError as e: print(e)
print(call(1, a=2), call.foo(1).bar(2), call.foo(1).bar(2).call_list(), sentinel.a, ANY, call(ANY) == call(3))
m = Mock(side_effect=[1, KeyError("x"), 2])
print(m()); 
try: m()
except KeyError as e: print(e)
print(m())
try: m()
except StopIteration: print("stop")
o = mock_open(read_data="a\nb\n")
with patch("builtins.open", o):
    with open("zz") as f: print(f.read(), list(f))
    print([l for l in open("yy")])
    open("w", "w").write("hi")
print(o.mock_calls)
with patch.dict(os.environ, {"A": "1"}, clear=True): print(dict(os.environ))
m = Mock(spec=["a"]); m.a
try: m.b
except AttributeError as e: print(e)
m = Mock(spec_set=C)
try: m.q = 1
except AttributeError as e: print(e)
class P:
    @property
    def p(self): return 1
with patch.object(P, "p", new_callable=PropertyMock) as pm:
    pm.return_value = 7; print(P().p); P().p = 3; print(pm.mock_calls)
m = Mock(**{"a.b.return_value": 3, "c": 4}); print(m.a.b(), m.c)
seal(m)
try: m.zz
except AttributeError as e: print(e)
import asyncio
am = AsyncMock(return_value=4)
async def go():
    print(await am(1)); am.assert_awaited_once_with(1)
    mm = MagicMock(); 
    async with mm as z: print(z is mm.__aenter__.return_value)
    mm.__aiter__.return_value = [1,2]
    print([x async for x in mm])
asyncio.run(go())
m = Mock(); m.__str__ = Mock(return_value="s"); print(str(m)); m.__lt__ = lambda s, o: 5; print(m < 3)
w = Mock(wraps=C()); print(w.f(1), w.f.mock_calls)
m = Mock(name="n"); print(repr(m.x).split(" id")[0]); del m.y
try: m.y
except AttributeError as e: print(e)
m = Mock(); c = Mock(); m.attach_mock(c, "kid"); c(1); print(m.mock_calls)
m.reset_mock(); print(m.mock_calls, c.called)
class T(unittest.TestCase):
    @patch("os.path.exists")
    def test_a(self, e): e.return_value = 3; self.assertEqual(os.path.exists("q"), 3)
    def setUp(self):
        p = patch("os.listdir"); self.m = p.start(); self.addCleanup(p.stop)
    def test_b(self): os.listdir("z"); self.m.assert_called_once_with("z")
unittest.TextTestRunner(stream=open(os.devnull, "w")).run(unittest.defaultTestLoader.loadTestsFromTestCase(T)); print(T("test_a").run().wasSuccessful())
