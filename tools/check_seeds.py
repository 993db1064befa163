#!/usr/bin/env python3
"""Checks db/seeds: every code once, every parent known and above its child, no name missing, no login name twice."""

import csv
import sys
from collections import Counter
from pathlib import Path

SEEDS = Path(__file__).resolve().parent.parent / "db" / "seeds"
COLUMNS = ["code", "parent_code", "name_zh", "name_en"]
GROUP_COLUMNS = ["code", "parent_code", "family", "name_zh", "name_en", "login_name"]
DEPTH = {"divisions": 3, "exhibition_areas": 3, "industries": 2, "trading_groups": 2}
FAMILIES = {"regional": 31, "planned_city": 5, "corps": 1, "central_enterprise": 1, "health": 1, "industry": 4}


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return reader.fieldnames, list(reader)


def faults_of(path):
    columns, rows = rows_of(path)
    is_groups = path.stem == "trading_groups"
    expected = GROUP_COLUMNS if is_groups else COLUMNS
    if columns != expected:
        yield f"the columns are {columns}, not {expected}"
        return
    levels = {}
    for line, row in enumerate(rows, start=2):
        for column in expected:
            value = row[column]
            if value is None or value != value.strip() or (not value and column != "parent_code"):
                yield f"line {line}: {column} is missing or has blanks around it"
        code, parent = row["code"], row["parent_code"]
        if code in levels:
            yield f"line {line}: the code {code} is taken"
        if parent and parent not in levels:
            yield f"line {line}: the parent {parent} does not stand above {code}"
        levels[code] = levels.get(parent, 0) + 1
        if levels[code] > DEPTH.get(path.stem, 1):
            yield f"line {line}: {code} is too deep"
    if is_groups:
        yield from group_faults(rows)


def group_faults(rows):
    for name, times in Counter(row["login_name"] for row in rows).items():
        if times > 1:
            yield f"the login name {name} is given {times} times"
    families = Counter(row["family"] for row in rows if not row["parent_code"])
    if families != FAMILIES:
        yield f"the groups by family are {dict(families)}, not {FAMILIES}"
    family_of = {row["code"]: row["family"] for row in rows}
    for row in rows:
        if row["parent_code"] and row["family"] != family_of.get(row["parent_code"]):
            yield f"{row['code']} is of another family than its group"


def main():
    files = sorted(SEEDS.glob("*.tsv"))
    faults = [f"{path.name}: {fault}" for path in files for fault in faults_of(path)]
    print("\n".join(faults) or f"{len(files)} seed files are sound")
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main())
