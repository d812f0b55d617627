"""Text in XML."""


def escape(data, entities={}):
    """Text as it stands in a document."""
    data = data.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
    for letter, name in entities.items():
        data = data.replace(letter, name)
    return data


def unescape(data, entities={}):
    """The text that stands in a document."""
    data = data.replace("&lt;", "<").replace("&gt;", ">")
    for name, letter in entities.items():
        data = data.replace(name, letter)
    return data.replace("&amp;", "&")


def quoteattr(data, entities={}):
    """A text as the value of an attribute."""
    data = escape(data, {**entities, "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
    if '"' not in data:
        return f'"{data}"'
    return f"'{data}'" if "'" not in data else '"' + data.replace('"', "&quot;") + '"'
