def shorten(text):
    return text.strip().shorten(3)


shorten("  abc ")
