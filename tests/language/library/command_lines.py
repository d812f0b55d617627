# Command lines taken apart: argparse, optparse, getopt, shlex.
import argparse
import getopt
import optparse
import shlex
import sys

parser = argparse.ArgumentParser(prog="sim", description="Runs a simulation.", epilog="That is all.")
parser.add_argument("files", nargs="*", help="what to read")
parser.add_argument("-n", "--steps", type=int, default=10, metavar="N", help="how many steps (default: %(default)s)")
parser.add_argument("--dt", type=float, required=False, help="the length of a step")
parser.add_argument("-v", "--verbose", action="count", default=0)
parser.add_argument("--mode", choices=["fast", "exact"], default="fast")
parser.add_argument("--flag", action="store_true")
parser.add_argument("--no-cache", dest="cache", action="store_false")
parser.add_argument("--point", nargs=2, type=float)
parser.add_argument("--add", action="append")
group = parser.add_mutually_exclusive_group()
group.add_argument("--left", action="store_const", const="l", dest="side")
group.add_argument("--right", action="store_const", const="r", dest="side")
print(parser.format_usage(), parser.format_help(), sep="")
for line in (
    "", "a b -n 3 --dt=0.5 -vv", "--mode exact --flag --no-cache", "--point 1 2.5 --add x --add y", "--left", "-n5 --ste 7 -- -z",
):
    print(sorted(vars(parser.parse_args(shlex.split(line))).items()))
print(parser.parse_known_args(["--unknown", "1", "-n", "2"]))
sys.stderr = sys.stdout
for line in ("-n x", "--mode slow", "--point 1", "--left --right", "--nothing", "--help"):
    try:
        parser.parse_args(shlex.split(line))
    except SystemExit as leave:
        print("status", leave.code)

parser = argparse.ArgumentParser(prog="tool")
commands = parser.add_subparsers(dest="command", required=True, help="what to do")
add = commands.add_parser("add", help="adds")
add.add_argument("numbers", nargs="+", type=int)
add.set_defaults(run=lambda args: sum(args.numbers))
commands.add_parser("show", aliases=["s"]).add_argument("--all", action="store_true")
args = parser.parse_args(["add", "1", "2", "3"])
print(args.command, args.run(args), parser.parse_args(["s", "--all"]))
for line in ([], ["remove"], ["add"]):
    try:
        parser.parse_args(line)
    except SystemExit as leave:
        print("status", leave.code)

options = optparse.OptionParser(usage="usage: %prog [options] file", prog="old")
options.add_option("-o", "--output", dest="output", default="out", help="where to write", metavar="FILE")
options.add_option("-c", type="int", dest="count", default=1)
options.add_option("-q", action="store_false", dest="verbose", default=True)
values, rest = options.parse_args(["-o", "x", "-c3", "-q", "rest"])
print(vars(values), rest)
print(options.format_help())

print(getopt.getopt(["-a", "-b", "1", "--long=2", "--flag", "rest", "-a"], "ab:", ["long=", "flag"]))
print(getopt.gnu_getopt(["x", "-a", "y"], "a"))
try:
    getopt.getopt(["-z"], "a")
except getopt.GetoptError as error:
    print(error, error.opt)

print(shlex.split("a 'b c' \"d \\\" e\" f\\ g # h"), shlex.quote("it's"), shlex.join(["a b", "c"]))
