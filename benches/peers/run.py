#!/usr/bin/env python3
"""Runs the programs in scripts/ under Taipan and every peer that is found, and prints two tables.

    run.py                                      every script, every peer, 5 rounds
    run.py --scripts julia,fib --runs 9
    run.py --peers cpython,taipan --no-jit      with a column for taipan --jit=off
    run.py --startup                            start-up alone

Cold: the whole process from outside, start to exit. Warm: the main work of the script's second run
inside one process. Every Python, Taipan included, is given the script's own text with a few lines
put in place of its last two: they build the input, run compute() twice, and print each time. The C
twins do the same by themselves. A round runs every peer once; the tables show medians of the rounds.

A peer is looked for on PATH; TAIPAN, PYTHON, PYPY and CC name others. Needs the standard library only.
"""
import argparse
import json
import math
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SCRIPTS = ROOT / "scripts"
# Nobody would write abs(z) < 2 in C: the expanded test is what julia.py is measured against.
TWINS = {"julia": "julia_expanded"}
FLAGS = {"gcc native": ["-O3", "-march=native", "-ffp-contract=off"], "gcc": ["-O3", "-ffp-contract=off"]}
WARM_RUNS = 2

DRIVER = """
import time

for _ in range({runs}):
    arguments = {arguments}
    start = time.perf_counter()
    result = compute(*arguments)
    print(time.perf_counter() - start)
    result = None
"""


class Failure(Exception):
    """A peer that did not run to its end."""


# ---- the peers ----------------------------------------------------------------------------------

def first_found(variable, *candidates):
    """The first of these programs that is there; an environment variable goes before them."""
    for name in (os.environ.get(variable), *candidates):
        found = name and shutil.which(name)
        if found:
            return found
    return None


def version(argv):
    text = subprocess.run(argv, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout
    return " ".join(text.split())[:90]


def pythons(options):
    """Name, command and version of every peer that runs the script itself."""
    found = {}
    # The distribution's Python is an optimised build; what comes first on PATH is often not.
    python = first_found("PYTHON", "/usr/bin/python3", "python3")
    if python:
        found["cpython"] = ([python], [python, "--version"])
    taipan = first_found("TAIPAN", str(ROOT / "target" / "release" / "taipan"), "taipan")
    if taipan:
        found["taipan"] = ([taipan], [taipan, "--version"])
        if options.no_jit:
            found["taipan no jit"] = ([taipan, "--jit=off"], [taipan, "--version"])
    pypy = first_found("PYPY", "pypy3")
    if pypy:
        found["pypy"] = ([pypy], [pypy, "--version"])
    return found


def build_twins(compiler, scripts, folder):
    """Compiles the C twins; the result maps (peer, script) to the program."""
    programs = {}
    for peer, flags in FLAGS.items():
        for script in scripts:
            source = HERE / "c" / f"{TWINS.get(script, script)}.c"
            if not source.exists():
                continue
            program = folder / f"{script}-{peer.replace(' ', '-')}"
            subprocess.run([compiler, "-std=gnu17", *flags, str(source), "-o", str(program), "-lm"], check=True)
            programs[peer, script] = program
    return programs


# ---- measuring ----------------------------------------------------------------------------------

def run(argv, limit):
    """Seconds from start to exit, and what was printed."""
    environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1")
    start = time.perf_counter()
    try:
        done = subprocess.run(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              text=True, env=environment, timeout=limit)
    except subprocess.TimeoutExpired:
        raise Failure(f"no end after {limit:g} s") from None
    except OSError as problem:
        raise Failure(str(problem)) from None
    seconds = time.perf_counter() - start
    if done.returncode:
        raise Failure((done.stderr.strip().splitlines() or [f"status {done.returncode}"])[-1])
    return seconds, done.stdout


def driven(script, size, folder):
    """The script's text with the timing lines in place of the call of main()."""
    text = (SCRIPTS / f"{script}.py").read_text()
    body, found, _ = text.partition('\nif __name__ == "__main__":')
    if not found:
        sys.exit(f"{script}.py does not end in a call of main()")
    arguments = f"build({size})" if "\ndef build(" in body else f"({size},)"
    path = folder / f"{script}.py"
    path.write_text(body + DRIVER.format(runs=WARM_RUNS, arguments=arguments))
    return path


def default_size(script):
    return int(re.search(r"if len\(sys\.argv\) > 1 else (\d+)", (SCRIPTS / f"{script}.py").read_text())[1])


def measure_script(script, size, peers, twins, options, folder):
    """All rounds of one script: a map from peer to its samples."""
    commands = {}
    warm_file = driven(script, size, folder)
    for peer, (command, _) in peers.items():
        commands[peer] = (command + [str(SCRIPTS / f"{script}.py"), str(size)], command + [str(warm_file)])
    for (peer, name), program in twins.items():
        if name == script:
            commands[peer] = ([str(program), str(size)], [str(program), str(size), str(WARM_RUNS)])
    samples = {peer: {"cold": [], "first": [], "warm": []} for peer in commands}
    expected = None
    for _ in range(options.runs):
        for peer, (cold, warm) in commands.items():
            sample = samples[peer]
            if "error" in sample:
                continue
            try:
                seconds, output = run(cold, options.timeout)
                times = [float(line) for line in run(warm, options.timeout)[1].split()]
                expected = output if expected is None else expected
                if output != expected:
                    raise Failure(f"another result: {output.strip().splitlines()[-1:]}")
                if len(times) != WARM_RUNS:
                    raise Failure(f"{len(times)} times printed")
            except Failure as problem:
                sample["error"] = str(problem)
                print(f"{script}, {peer}: {problem}", file=sys.stderr)
                continue
            sample["cold"].append(seconds)
            sample["first"].append(times[0])
            sample["warm"].append(times[-1])
    return samples


def measure_whole(script, size, command, options):
    """Cold and warm seconds of the whole program inside one process, as `taipan time` reports them."""
    argv = command + ["time", str(SCRIPTS / f"{script}.py"), "--runs", "5", "--json", "--", str(size)]
    try:
        output = run(argv, options.timeout * 5)[1]
        report = json.loads(output[output.index("{"):])
        totals = [row["total"] for row in report["runs"]]
        return {"cold": totals[0], "warm": statistics.median(totals[1:])}
    except (Failure, ValueError, KeyError, TypeError, IndexError) as problem:
        print(f"{script}, taipan time: {problem}", file=sys.stderr)
        return None


def measure_startup(peers, options):
    samples = {peer: [] for peer in peers}
    for turn in range(4 * options.runs + 1):
        for peer, (command, _) in peers.items():
            try:
                seconds, output = run(command + ["-c", "print(1)"], options.timeout)
            except Failure as problem:
                print(f"start-up, {peer}: {problem}", file=sys.stderr)
                continue
            if turn and output == "1\n":        # the first turn fills the disk cache
                samples[peer].append(seconds)
    return {peer: seconds for peer, seconds in samples.items() if seconds}


# ---- tables -------------------------------------------------------------------------------------

def grid(head, rows):
    widths = [max(len(row[i]) for row in [head] + rows) for i in range(len(head))]
    lines = []
    for row in [head] + rows:
        cells = [cell.ljust(w) if i == 0 else cell.rjust(w) for i, (cell, w) in enumerate(zip(row, widths))]
        lines.append("| " + " | ".join(cells) + " |")
    rule = ["-" * w if i == 0 else "-" * (w - 1) + ":" for i, w in enumerate(widths)]
    lines.insert(1, "| " + " | ".join(rule) + " |")
    return "\n".join(lines)


def median(sample, key):
    return statistics.median(sample[key]) if sample and sample.get(key) and "error" not in sample else None


def ratio_table(results, columns, key, base):
    """Medians of `key` as ratios to the peer `base`, and their geometric means."""
    rows = []
    ratios = {peer: [] for peer in columns}
    for script, result in results.items():
        under = median(result["peers"].get(base), key)
        row = [script, f"{under:.4f}" if under else "-"]
        for peer in columns:
            value = median(result["peers"].get(peer), key)
            if value is None or not under:
                row.append("failed" if "error" in result["peers"].get(peer, {}) else "-")
                continue
            ratios[peer].append(value / under)
            row.append(f"{value / under:.3f}")
        rows.append(row)
    means = ["geometric mean", ""]
    for peer in columns:
        logs = [math.log(ratio) for ratio in ratios[peer]]
        means.append(f"{math.exp(sum(logs) / len(logs)):.3f} ({len(logs)})" if logs else "-")
    return grid(["script", f"{base}, s"] + columns, rows + [means])


def print_tables(data):
    results = data["scripts"]
    columns = [p for p in data["versions"] if any(p in r["peers"] for r in results.values())]
    for peer, text in data["versions"].items():
        print(f"{peer}: {text}")
    if results:
        pythons_only = [p for p in columns if p not in FLAGS]
        if "cpython" in columns:
            print("\nCold: the whole process, as a ratio to CPython (lower is faster)\n")
            print(ratio_table(results, columns, "cold", "cpython"))
        for base in (*FLAGS, "cpython"):
            if base in columns:
                print(f"\nWarm: the work of the second run in one process, as a ratio to {base}\n")
                print(ratio_table(results, pythons_only, "warm", base))
        whole = [(s, r["whole"]) for s, r in results.items() if r.get("whole")]
        if whole:
            print("\nTaipan, the whole program in one process: first run and median of the later ones\n")
            print(grid(["script", "cold, s", "warm, s", "cold/warm"],
                       [[s, f"{w['cold']:.4f}", f"{w['warm']:.4f}", f"{w['cold'] / w['warm']:.2f}"]
                        for s, w in whole]))
    if data["startup"]:
        base = statistics.median(data["startup"].get("cpython") or next(iter(data["startup"].values())))
        print('\nStart-up: -c "print(1)", the whole process\n')
        print(grid(["peer", "median, ms", "least, ms", "ratio to CPython"],
                   [[peer, f"{1000 * statistics.median(s):.2f}", f"{1000 * min(s):.2f}",
                     f"{statistics.median(s) / base:.3f}"] for peer, s in data["startup"].items()]))


def names(text, known, what):
    chosen = known if not text else text.split(",")
    for name in chosen:
        if name not in known:
            sys.exit(f"no {what} named {name}; there are: {', '.join(known)}")
    return chosen


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scripts", help="names, with commas (default: all)")
    parser.add_argument("--peers", help="names, with commas (default: all that are found)")
    parser.add_argument("--runs", type=int, default=5, help="rounds (default 5)")
    parser.add_argument("--no-jit", action="store_true", help="a column for taipan --jit=off too")
    parser.add_argument("--size", action="append", default=[], metavar="SCRIPT=N", help="another size for a script")
    parser.add_argument("--startup", action="store_true", help="measure start-up only")
    parser.add_argument("--timeout", type=float, default=120, help="seconds for one process (default 120)")
    parser.add_argument("--json", metavar="FILE", help="where all samples go")
    options = parser.parse_args()

    sizes = {name: int(value) for name, _, value in (s.partition("=") for s in options.size)}
    scripts = names(options.scripts, sorted(path.stem for path in SCRIPTS.glob("*.py")), "script")
    peers = pythons(options)
    compiler = first_found("CC", "gcc")
    known = list(peers) + (list(FLAGS) if compiler else [])
    chosen = names(options.peers, known, "peer") + (["taipan no jit"] if "taipan no jit" in peers else [])
    peers = {peer: what for peer, what in peers.items() if peer in chosen}
    if "taipan" not in peers:
        print("taipan is not among the peers: build it first, or name it in TAIPAN", file=sys.stderr)

    data = {"versions": {}, "runs": options.runs, "scripts": {}, "startup": {}}
    for peer, (command, ask) in peers.items():
        data["versions"][peer] = f"{' '.join(command)} ({version(ask)})"
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        if not options.startup:
            twins = {}
            if compiler and any(peer in FLAGS for peer in chosen):
                twins = build_twins(compiler, scripts, folder)
                twins = {key: program for key, program in twins.items() if key[0] in chosen}
                for peer, flags in FLAGS.items():
                    if peer in chosen:
                        data["versions"][peer] = f"{compiler} {' '.join(flags)} ({version([compiler, '--version'])})"
            for script in scripts:
                size = sizes.get(script, default_size(script))
                print(f"{script} {size}", file=sys.stderr, flush=True)
                data["scripts"][script] = {
                    "size": size,
                    "peers": measure_script(script, size, peers, twins, options, folder),
                    "whole": measure_whole(script, size, peers["taipan"][0], options) if "taipan" in peers else None,
                }
        data["startup"] = measure_startup(peers, options)
    print_tables(data)
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(data, indent=1) + "\n")


if __name__ == "__main__":
    main()
