from __main__ import shared

seen = shared + 1
