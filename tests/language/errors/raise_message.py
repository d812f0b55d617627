raise RuntimeError("several\nlines of text")
