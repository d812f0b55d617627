"""The users of this machine, as /etc/passwd has them."""

_FIELDS = ("pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell")


class struct_passwd(tuple):
    """What is known of a user."""

    __slots__ = ()

    def __new__(cls, sequence, /):
        items = tuple(sequence)
        if len(items) != len(_FIELDS):
            raise TypeError(f"pwd.struct_passwd() takes a {len(_FIELDS)}-sequence ({len(items)}-sequence given)")
        return tuple.__new__(cls, items)

    def __repr__(self):
        return f"pwd.struct_passwd({', '.join(f'{name}={value!r}' for name, value in zip(_FIELDS, self))})"


def _field(place):
    return property(lambda self: self[place])


for _place, _name in enumerate(_FIELDS):
    setattr(struct_passwd, _name, _field(_place))


def getpwall():
    """All users."""
    users = []
    with open("/etc/passwd", encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split(":")
            if len(parts) == len(_FIELDS):
                parts[2:4] = int(parts[2]), int(parts[3])
                users.append(struct_passwd(parts))
    return users


def getpwnam(name, /):
    """The user of a name."""
    if not isinstance(name, str):
        raise TypeError(f"getpwnam() argument must be str, not {type(name).__name__}")
    for user in getpwall():
        if user.pw_name == name:
            return user
    raise KeyError(f"getpwnam(): name not found: {name!r}")


def getpwuid(uid, /):
    """The user of a number."""
    for user in getpwall():
        if user.pw_uid == uid:
            return user
    raise KeyError(f"getpwuid(): uid not found: {uid}")
