import typing, sys
from typing import *
def t(f, *a, **k):
    try: print('ok', f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
T=TypeVar('T'); K=TypeVar('K'); V=TypeVar('V', bound=int); C=TypeVar('C', int, str); Co=TypeVar('Co', covariant=True); P=ParamSpec('P')
print(T, V, C, Co, P, V.__bound__, C.__constraints__, T.__name__)
for x in (List, List[int], List[T], Dict[str,int], Dict[K,V], Tuple, Tuple[int,...], Tuple[int,str], Tuple[()], Set[int], FrozenSet[str], Type[int], Optional[int], Union[int,str], Union[int,None], Union[int,int], Union[int,str,None], Union[int, Union[str,float]], Callable, Callable[[int,str],float], Callable[...,Any], Callable[[],None], Callable[P,int], Any, NoReturn, ClassVar[int], Final[int], Literal[1,'a',None], Iterable[int], Iterator[T], Mapping[str,List[int]], Sequence, Deque[int], DefaultDict[str,int], Counter[str], Generator[int,None,str], Annotated[int,'x',3], List['Foo'], Self, Type, ContextManager[int], Hashable, Sized, Awaitable[int], Optional['X'], List[List[int]], Pattern[str], ForwardRef('x'), TypeAlias, Concatenate[int,P], Callable[Concatenate[int,P],int], Never, LiteralString, Required[int]):
    print(x)
print(List[T][int], Dict[K,V][str,int], Callable[[T],K][int,str], Union[T,int][str], Tuple[T,K][int,str], Optional[T][str])
print(List[int]==List[int], List[int]!=List[str], hash(List[int])==hash(List[int]), Union[int,str]==Union[str,int], Optional[int]==Union[int,None], Literal[1,2]==Literal[2,1])
print(get_origin(List[int]), get_args(Dict[str,int]), get_origin(Union[int,str]), get_args(Callable[[int,str],float]), get_args(Optional[int]), get_origin(int), get_args(list[int]), get_origin(list[int]), get_args(Literal[1,2]), get_origin(Annotated[int,'x']), get_args(Annotated[int,'x']), get_args(Callable[...,int]), get_origin(ClassVar[int]))
class Box(Generic[T]):
    def __init__(self, x: T): self.x = x
    def get(self) -> T: return self.x
b = Box[int](3); print(b.get(), Box[int], Box.__parameters__, Box[T], b.__orig_class__, Box.__mro__)
class Pair(Generic[K,V]): pass
print(Pair[int,bool], Pair.__parameters__); t(lambda: Pair[int]); t(lambda: Box[int,str]); t(lambda: List[int,str]); t(lambda: Dict[int])
class LL(List[T]): pass
l = LL([1,2]); print(l, LL.__mro__, LL[int])
class MyMap(Mapping[str,int]):
    def __getitem__(s,k): return 1
    def __len__(s): return 0
    def __iter__(s): return iter(())
print(MyMap().get('x'), len(MyMap()), [c.__name__ for c in MyMap.__mro__], MyMap.__orig_bases__)
class IntBox(Box[int]): pass
print(IntBox(4).get(), IntBox.__bases__, IntBox.__orig_bases__)
class Emp(NamedTuple):
    name: str
    id: int = 3
    def hi(self): return self.name + '!'
e = Emp('bob'); print(e, e.id, e.hi(), Emp.__annotations__, Emp._fields, Emp._field_defaults, e == ('bob',3), Emp.__bases__, Emp.__name__, isinstance(e, tuple))
E2 = NamedTuple('E2', [('a', int), ('b', str)]); print(E2(1,'x'), E2.__annotations__)
class Mv(TypedDict, total=False):
    name: str
    year: Required[int]
m = Mv(name='x', year=3); print(m, type(m), Mv.__annotations__, Mv.__required_keys__, Mv.__optional_keys__, Mv.__total__, is_typeddict(Mv)); TD = TypedDict('TD', {'a': int}); print(TD(a=1), TD.__annotations__)
class Sub(Mv): z: int
print(sorted(Sub.__annotations__), sorted(Sub.__required_keys__), Sub(z=1)); t(isinstance, {}, Mv)
@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...
class Q(Protocol):
    x: int
    def f(self): ...
print(isinstance([], HasLen), isinstance(3, HasLen), issubclass(list, HasLen)); t(isinstance, 3, Q); t(Q); t(HasLen)
@runtime_checkable
class HX(Protocol): x: int
class WX: x = 3
print(isinstance(WX(), HX), isinstance(3, HX)); t(issubclass, WX, HX)
class Impl(Q):
    def __init__(self): self.x = 1
    def f(self): return 5
print(Impl().f(), Impl().x, isinstance(3, SupportsInt), isinstance('a', SupportsInt), isinstance(3.5, SupportsRound), issubclass(int, SupportsIndex))
class GP(Protocol[T]):
    def m(self) -> T: ...
print(GP[int], GP.__parameters__)
def f(a: int, b: 'str' = 'x', *args: List['Emp'], c: Optional[int] = None) -> 'Emp': ...
print(get_type_hints(f)); print(get_type_hints(Emp)); 
class A:
    x: 'int'; y: ClassVar['str'] = ''; z: Annotated[int, 'q']
class B(A): w: 'A'
print(get_type_hints(B), get_type_hints(A, include_extras=True)); print(f.__annotations__)
print(cast(int, 'x'), TYPE_CHECKING); UserId = NewType('UserId', int); print(UserId(5), UserId, UserId.__supertype__, UserId.__name__)
@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
print(g(3), len(get_overloads(g)))
@final
class Fin: pass
print(Fin.__final__, no_type_check(f) is f, AnyStr, Text)
t(lambda: isinstance([], List[int])); print(isinstance([], List), isinstance([], Sequence), issubclass(dict, Mapping), isinstance(3, (List, int))); t(List); t(lambda: Any()); t(lambda: isinstance(3, Any)); t(lambda: Union[()]); t(lambda: Optional[int, str]); t(TypeVar, 'X', int); t(lambda: Generic[int]); t(lambda: class_) if 0 else None
def ff():
    class X(Generic): pass
t(ff); t(lambda: Callable[int]); t(lambda: ClassVar[int, str]); print(isinstance(3, Union[int,str]), isinstance(3, Optional[str])); t(assert_never, 3)
print(List.__origin__, List[int].__args__, List.__name__, Union[int,str].__args__, Dict[K, int].__parameters__, List[int].__origin__, int | None, Optional[int] | str, List[int] | None)
class Node(Generic[T]):
    nxt: 'Optional[Node[T]]' = None
print(get_type_hints(Node)); print(typing.Deque is Deque, sorted(set(typing.__all__) - set(dir(typing)) - {'x'})[:0]); print(List[Box[int]], Box[List[T]][int], Box['Foo'])
def h(cb: Callable[[int], int], xs: Sequence[float] = ()) -> Tuple[int, ...]: return ()
print(h.__annotations__); x: List[int] = []; print(__annotations__)
TT = TypeVarTuple('Ts'); print(TT, Generic[Unpack[TT]] if 0 else '', ParamSpec('Q').args)
