#!/usr/bin/env python3
"""Scores extraction on hand-made annotations where they lie beside the project, against the floors in floors.json.

A floor only rises. Without the annotations nothing is measured, and that is said."""
import glob, json, os, subprocess, sys

program = os.path.abspath(sys.argv[1])
shared = os.path.abspath("../shared")
if not os.path.isdir(os.path.join(shared, "eval", "gold")):
    if os.path.isdir(shared) and os.environ.get("CI") == "true":
        sys.exit("the annotations are missing although their folder is there")
    print("no annotations beside the project: skipped")
    sys.exit(0)
files = sorted(glob.glob(f"{shared}/reports/*.txt")) + sorted(glob.glob(f"{shared}/eval/texts/*.txt"))
output = os.path.abspath("target/floors.jsonl")
with open(output, "wb") as out:
    subprocess.run([program, "extract", "--format", "jsonl", *files], stdout=out, check=True)
lines = open(output, encoding="utf8").read().splitlines()
assert len(lines) == len(files), f"{len(lines)} lines for {len(files)} files"
scored = subprocess.run([sys.executable, f"{shared}/eval/score.py", f"{shared}/eval/gold", output, "--json"], capture_output=True, text=True, check=True)
print("\n".join(scored.stdout.splitlines()[:-1]))
found = json.loads(scored.stdout.splitlines()[-1])
floors = json.load(open(os.path.join(os.path.dirname(__file__), "floors.json"), encoding="utf8"))
failed = 0
for name, floor in floors["at_least"].items():
    if found[name] < floor:
        failed += 1
        print(f"below its floor: {name} {found[name]:.3f} < {floor}")
for name, ceiling in floors["at_most"].items():
    if found[name] > ceiling:
        failed += 1
        print(f"above its ceiling: {name} {found[name]} > {ceiling}")
print(f"{len(floors['at_least']) + len(floors['at_most']) - failed} passed, {failed} failed")
copies = os.path.join(shared, "tools", "no-copies")
if os.path.exists(copies):
    failed += subprocess.run([copies, "."]).returncode
sys.exit(1 if failed else 0)
