# Other programs and signals.
import os
import signal
import subprocess
import sys
import time

done = subprocess.run(["echo", "one", "two"], capture_output=True, text=True)
print(done, done.stdout, done.returncode)
print(subprocess.run("exit 3", shell=True).returncode, subprocess.call(["true"]), subprocess.call(["false"]))
print(subprocess.check_output(["cat"], input=b"given"), subprocess.check_output("echo x; echo y >&2", shell=True, stderr=subprocess.STDOUT))
print(subprocess.run(["tr", "a-z", "A-Z"], input="text\n" * 3, stdout=subprocess.PIPE, text=True).stdout)
big = "line\n" * 100000
print(len(subprocess.run(["cat"], input=big, capture_output=True, text=True).stdout))
for act in (
    lambda: subprocess.run(["no such program"]), lambda: subprocess.check_call(["false"]),
    lambda: subprocess.run(["sleep", "5"], timeout=0.1), lambda: subprocess.run(["true"], cwd="/no/such/folder"),
    lambda: subprocess.check_output("exit 4", shell=True),
):
    try:
        act()
    except Exception as error:
        print(type(error).__name__, "" if isinstance(error, subprocess.TimeoutExpired) else error)
process = subprocess.Popen(["sleep", "5"])
print(process.poll(), process.returncode)
process.terminate()
print(process.wait(), process.returncode == -signal.SIGTERM)
process = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
print(process.communicate(b"both ways"), process.returncode)
with subprocess.Popen(["printf", "a\\nb\\n"], stdout=subprocess.PIPE, text=True) as process:
    print([line for line in process.stdout])
print(subprocess.getoutput("echo got"), subprocess.getstatusoutput("exit 5"))
print(subprocess.run("echo $MARK", shell=True, env={"MARK": "set"}, capture_output=True, text=True).stdout)

came = []


def handler(number, frame):
    came.append(signal.Signals(number).name)


print(signal.signal(signal.SIGUSR1, handler), signal.getsignal(signal.SIGUSR1) is handler)
os.kill(os.getpid(), signal.SIGUSR1)
print(came)
signal.raise_signal(signal.SIGUSR1)
print(came, signal.signal(signal.SIGUSR1, signal.SIG_IGN) is handler)
os.kill(os.getpid(), signal.SIGUSR1)
print(came, signal.getsignal(signal.SIGUSR1))
signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.05)
begun = time.time()
count = 0
while len(came) < 3 and time.time() - begun < 10:
    count += 1
print(came, count > 0)


class Late(Exception):
    pass


def late(number, frame):
    raise Late("too late")


signal.signal(signal.SIGALRM, late)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    time.sleep(5)
except Late as error:
    print(error)
print(signal.SIGINT, repr(signal.SIGTERM), signal.SIG_DFL, signal.strsignal(signal.SIGTERM))
for wrong in (lambda: signal.signal(signal.SIGINT, 2), lambda: signal.signal(1000, handler), lambda: signal.signal("x", handler)):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
