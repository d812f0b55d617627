"""One run over the arguments of a command line."""

from argparse import SUPPRESS, ArgumentError, _get_action_name, _is_negative_number, _match


def _read_files(parser, args):
    """Replace arguments that name files by the lines of the files."""
    result = []
    for arg in args:
        if not arg or arg[0] not in parser.fromfile_prefix_chars:
            result.append(arg)
            continue
        try:
            with open(arg[1:]) as file:
                lines = [each for line in file.read().splitlines() for each in parser.convert_arg_line_to_args(line)]
            result.extend(_read_files(parser, lines))
        except OSError as error:
            parser.error(str(error))
    return result


def _abbreviated(parser, text):
    """The options that `text` may stand for: triples of action, option and explicit argument."""
    chars, known = parser.prefix_chars, parser._option_string_actions
    if text[0] in chars and text[1] in chars:
        if not parser.allow_abbrev:
            return []
        prefix, equals, value = text.partition("=")
        return [(known[name], name, value if equals else None) for name in known if name.startswith(prefix)]
    result = []
    for name in known:
        if name == text[:2]:
            result.append((known[name], name, text[2:]))
        elif name.startswith(text):
            result.append((known[name], name, None))
    return result


def _as_option(parser, text):
    """The option that an argument is: action, option, explicit argument; None for a positional argument."""
    known = parser._option_string_actions
    if not text or text[0] not in parser.prefix_chars:
        return None
    if text in known:
        return known[text], text, None
    if len(text) == 1:
        return None
    name, equals, value = text.partition("=")
    if equals and name in known:
        return known[name], name, value
    options = _abbreviated(parser, text)
    if len(options) > 1:
        names = ", ".join(name for _, name, _ in options)
        parser.error(f"ambiguous option: {text} could match {names}")
    if options:
        return options[0]
    if _is_negative_number(text) and not parser._has_negative_number_optionals or " " in text:
        return None
    return None, text, None


def _count_for(parser, action, pattern):
    counts = _match([action], pattern)
    if counts is not None:
        return counts[0]
    messages = {None: "expected one argument", "?": "expected at most one argument", "+": "expected at least one argument"}
    message = messages.get(action.nargs)
    if message is None:
        message = f"expected {action.nargs} argument{'s' * (action.nargs != 1)}"
    raise ArgumentError(action, message)


def parse(parser, args, namespace):
    """Give every argument to its action; the result is the namespace and what nobody wanted."""
    if parser.fromfile_prefix_chars is not None:
        args = _read_files(parser, args)
    conflicts = {}
    for group in parser._mutually_exclusive_groups:
        members = group._group_actions
        for i, action in enumerate(members):
            conflicts.setdefault(action, []).extend(members[:i] + members[i + 1:])

    options, kinds, rest = {}, [], iter(args)
    for i, text in enumerate(rest):
        if text == "--":
            kinds.append("-")
            kinds.extend("A" for _ in rest)
            break
        option = _as_option(parser, text)
        if option is not None:
            options[i] = option
        kinds.append("A" if option is None else "O")
    pattern = "".join(kinds)
    seen, set_by_user, extras = set(), set(), []
    positionals = parser._get_positional_actions()

    def take(action, texts, option=None):
        seen.add(action)
        value = parser._get_values(action, texts)
        if value is not action.default:
            set_by_user.add(action)
            for other in conflicts.get(action, ()):
                if other in set_by_user:
                    raise ArgumentError(action, f"not allowed with argument {_get_action_name(other)}")
        if value is not SUPPRESS:
            action(parser, namespace, value, option)

    def take_option(start):
        action, option, explicit = options[start]
        taken = []
        while True:
            if action is None:
                extras.append(args[start])
                return start + 1
            if explicit is None:
                first = start + 1
                stop = first + _count_for(parser, action, pattern[first:])
                taken.append((action, args[first:stop], option))
                break
            count = _count_for(parser, action, "A")
            if count == 0 and option[1] not in parser.prefix_chars and explicit != "":
                # Several options of one letter behind one dash.
                taken.append((action, [], option))
                option = option[0] + explicit[0]
                if option not in parser._option_string_actions:
                    raise ArgumentError(action, f"ignored explicit argument {explicit!r}")
                action = parser._option_string_actions[option]
                explicit = explicit[1:] or None
            elif count == 1:
                stop = start + 1
                taken.append((action, [explicit], option))
                break
            else:
                raise ArgumentError(action, f"ignored explicit argument {explicit!r}")
        for each in taken:
            take(*each)
        return stop

    def take_positionals(start):
        for count in range(len(positionals), 0, -1):
            counts = _match(positionals[:count], pattern[start:])
            if counts is not None:
                break
        else:
            return start
        for action, count in zip(positionals[:], counts):
            stop = start + count
            take(action, args[start:stop])
            start = stop
        del positionals[:len(counts)]
        return start

    start = 0
    last = max(options, default=-1)
    while start <= last:
        following = min(i for i in options if i >= start)
        if start != following:
            end = take_positionals(start)
            if end > start:
                start = end
                continue
        if start not in options:
            extras.extend(args[start:following])
            start = following
        start = take_option(start)
    extras.extend(args[take_positionals(start):])

    missing = []
    for action in parser._actions:
        if action in seen:
            continue
        if action.required:
            missing.append(_get_action_name(action))
        elif (
            isinstance(action.default, str)
            and hasattr(namespace, action.dest)
            and action.default is getattr(namespace, action.dest)
        ):
            setattr(namespace, action.dest, parser._get_value(action, action.default))
    if missing:
        parser.error(f"the following arguments are required: {', '.join(missing)}")
    for group in parser._mutually_exclusive_groups:
        if group.required and not any(action in set_by_user for action in group._group_actions):
            names = [_get_action_name(action) for action in group._group_actions if action.help is not SUPPRESS]
            parser.error(f"one of the arguments {' '.join(names)} is required")
    return namespace, extras
