# The command that checks JSON and puts it in good order.
import subprocess
import sys

TEXT = '{"b": [1, 2.5, null], "a": {"é": "ü"}, "c": []}'
for options in ([], ["--sort-keys", "--indent", "1"], ["--compact"], ["--tab", "--no-ensure-ascii"], ["--no-indent"]):
    done = subprocess.run([sys.executable, "-m", "json.tool", *options], input=TEXT, capture_output=True, encoding="utf-8")
    print(options, done.returncode, done.stdout)
lines = '{"a": 1}\n{"a": }\n'
done = subprocess.run([sys.executable, "-m", "json.tool", "--json-lines"], input=lines, capture_output=True, encoding="utf-8")
print(done.returncode, done.stdout, done.stderr)
