"""Says what CPython thinks of sources: they come by pairs of a length and bytes, the answers go the same way."""
import subprocess
import sys
import tempfile
import traceback
import warnings

warnings.simplefilter("ignore")


def answer(source):
    try:
        compile(source, "script.py", "exec", dont_inherit=True)
        return "accepted\n"
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        pass
    # The command reads files by another way than `compile`, and words and places can differ.
    with tempfile.NamedTemporaryFile(suffix=".py") as file:
        file.write(source)
        file.flush()
        command = [sys.executable, "-W", "ignore", file.name]
        error = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL).stderr.decode()
        return error.replace(file.name, "script.py")


def main():
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    while length := stdin.readline():
        text = answer(stdin.read(int(length))).encode()
        stdout.write(b"%d\n%s" % (len(text), text))
    stdout.flush()


main()
