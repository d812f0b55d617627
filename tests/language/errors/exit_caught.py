import sys

try:
    sys.exit(4)
except SystemExit as leaving:
    print("caught", leaving.code, leaving)
raise SystemExit(5)
