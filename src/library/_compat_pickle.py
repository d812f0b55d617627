"""What modules and names were called before Python 3; pickles of the first protocols have these names."""

IMPORT_MAPPING = {
    "__builtin__": "builtins", "copy_reg": "copyreg", "Queue": "queue", "SocketServer": "socketserver",
    "ConfigParser": "configparser", "repr": "reprlib", "markupbase": "_markupbase", "thread": "_thread",
    "dummy_thread": "_dummy_thread", "xmlrpclib": "xmlrpc.client", "SimpleXMLRPCServer": "xmlrpc.server",
    "httplib": "http.client", "htmlentitydefs": "html.entities", "HTMLParser": "html.parser", "Cookie": "http.cookies",
    "cookielib": "http.cookiejar", "BaseHTTPServer": "http.server", "test.test_support": "test.support",
    "commands": "subprocess", "urlparse": "urllib.parse", "robotparser": "urllib.robotparser", "urllib2": "urllib.request",
    "_abcoll": "collections.abc",
}
REVERSE_IMPORT_MAPPING = {new: old for old, new in IMPORT_MAPPING.items()}

NAME_MAPPING = {
    ("__builtin__", "xrange"): ("builtins", "range"), ("__builtin__", "reduce"): ("functools", "reduce"),
    ("__builtin__", "intern"): ("sys", "intern"), ("__builtin__", "unichr"): ("builtins", "chr"),
    ("__builtin__", "unicode"): ("builtins", "str"), ("__builtin__", "long"): ("builtins", "int"),
    ("itertools", "izip"): ("builtins", "zip"), ("itertools", "imap"): ("builtins", "map"),
    ("itertools", "ifilter"): ("builtins", "filter"), ("itertools", "ifilterfalse"): ("itertools", "filterfalse"),
    ("itertools", "izip_longest"): ("itertools", "zip_longest"),
    ("UserDict", "IterableUserDict"): ("collections", "UserDict"), ("UserList", "UserList"): ("collections", "UserList"),
    ("UserString", "UserString"): ("collections", "UserString"),
}
for _name in (
    "ArithmeticError AssertionError AttributeError BaseException BufferError BytesWarning DeprecationWarning EOFError "
    "EnvironmentError Exception FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning "
    "IndentationError IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError NotImplementedError OSError "
    "OverflowError PendingDeprecationWarning ReferenceError RuntimeError RuntimeWarning StopIteration SyntaxError "
    "SyntaxWarning SystemError SystemExit TabError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError "
    "UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError"
).split():
    NAME_MAPPING["exceptions", _name] = "builtins", _name
for _name in "AuthenticationError BufferTooShort ProcessError TimeoutError".split():
    NAME_MAPPING["multiprocessing", _name] = "multiprocessing.context", _name
REVERSE_NAME_MAPPING = {new: old for old, new in NAME_MAPPING.items()}

IMPORT_MAPPING.update(
    {"cPickle": "pickle", "_elementtree": "xml.etree.ElementTree", "UserDict": "collections", "UserList": "collections",
     "UserString": "collections", "StringIO": "io", "cStringIO": "io", "SimpleHTTPServer": "http.server"}
)
REVERSE_IMPORT_MAPPING.update({"_bz2": "bz2", "_functools": "functools", "_pickle": "pickle"})
NAME_MAPPING.update({
    ("__builtin__", "basestring"): ("builtins", "str"), ("exceptions", "StandardError"): ("builtins", "Exception"),
    ("UserDict", "UserDict"): ("collections", "UserDict"),
})
REVERSE_NAME_MAPPING["_functools", "reduce"] = "__builtin__", "reduce"
REVERSE_NAME_MAPPING["builtins", "ModuleNotFoundError"] = "exceptions", "ImportError"
for _name in (
    "BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError "
    "FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError "
    "ProcessLookupError TimeoutError"
).split():
    REVERSE_NAME_MAPPING["builtins", _name] = "exceptions", "OSError"
