"""Documents in XML."""

__all__ = ["etree", "parsers", "sax"]
