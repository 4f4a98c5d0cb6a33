"""Reperforms a selection of monetary units, seeded by protocol soc2-sample/1, with the Python standard library alone.

    python3 reperform_units.py RECORD.json POPULATION.txt    one item a line: identifier, space, book value
    python3 reperform_units.py --vectors FOLDER              every vector in it

Prints "ok", "pending", "items" where the population is at fault, or a JSON Pointer to the first field that differs. Exit status
0 if it is ok (with vectors: if all are as expected), else 1.
"""

import bisect
import itertools
import json
import pathlib
import re
import sys
from fractions import Fraction

import reperform as p

AMOUNT = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]{1,9})?")
CONTEXT = re.compile(r"(.+)/monetary-units/(fixed-interval|cell|modified-sieve|random-units)/([1-9][0-9]{0,6})(/whole)?", re.DOTALL)
LARGEST = 2**63 - 1


class Money(Fraction):
    """An amount of a record: it is compared by value, however it is written."""


def decimals_of(amount):
    return len(amount.partition(".")[2])


def written(minor, decimals):
    """A number of smallest units as an amount with that many decimals."""
    digits = str(abs(minor)).rjust(decimals + 1, "0")
    whole, fraction = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
    return ("-" if minor < 0 else "") + whole + ("." + fraction if decimals else "")


class Book:
    """The items, (identifier, smallest units) in the order of the identifiers by bytes, and their texts."""

    def __init__(self, items):
        if not items:
            raise ValueError("none")
        for identifier, amount in items:
            if p.text(identifier) is None or not p.identifier(p.text(identifier)) or not AMOUNT.fullmatch(amount):
                raise ValueError("not an item")
        if len({identifier for identifier, _ in items}) != len(items):
            raise ValueError("an identifier twice")
        self.decimals = max(decimals_of(amount) for _, amount in items)
        self.items = sorted(((i, int(Fraction(a) * 10**self.decimals)) for i, a in items), key=lambda item: p.text(item[0]))
        for sign in (1, -1):
            if sum(m for _, m in self.items if m * sign > 0) * sign > LARGEST:
                raise ValueError("too much")
        self.texts = [(i + " " + written(m, self.decimals)).encode("utf-8") for i, m in self.items]
        if not all(map(p.identifier, self.texts)):
            raise ValueError("too long")


def stratify(book, size, whole):
    """The stratification, and the items of the rest in their order."""
    rest = [item for item in book.items if item[1] > 0]
    total = sum(m for _, m in rest)
    items, top, hits, number = len(rest), [], size, 0
    while not whole and hits > 0 and rest:
        number += 1
        interval = Fraction(sum(m for _, m in rest), hits)
        large = [item for item in rest if item[1] >= interval]
        if not large:
            break
        rest = [item for item in rest if item[1] < interval]
        hits -= len(large)
        # Largest first; sorted keeps the order of the items where amounts are equal.
        top += [(i, m, number) for i, m in sorted(large, key=lambda item: -item[1])]
    if not rest:
        hits = 0
    left, below = sum(m for _, m in rest), [m for _, m in book.items if m < 0]
    money = lambda minor: Money(minor, 10**book.decimals)
    return {
        "size": size,
        "decimals": book.decimals,
        "items": items,
        "bookValue": money(total),
        "whole": whole,
        "top": [{"id": i, "bookValue": money(m), "round": n} for i, m, n in top],
        "topValue": money(total - left),
        "restItems": len(rest),
        "restValue": money(left),
        "restSize": hits,
        "samplingInterval": money(left // hits if hits else 0),
        "negativeItems": len(below),
        "negativeValue": money(sum(below)),
        "zeroItems": sum(1 for _, m in book.items if m == 0),
    }, rest


def units_of(method, value, hits, stream):
    """The selected units, from 0, ascending."""
    if method == "fixed-interval":
        start = stream.below(value)
        return [(start + i * value) // hits for i in range(hits)]
    if method == "cell":
        return [(stream.below(value) + i * value) // hits for i in range(hits)]
    taken = set()
    for last in range(value - hits, value):
        unit = stream.below(last + 1)
        taken.add(last if unit in taken else unit)
    return sorted(taken)


def sample(book, method, strata, rest, stream):
    hits, money = [], lambda minor: Money(minor, 10**book.decimals)
    size = strata["restSize"]
    if size and method == "modified-sieve":
        quotients = [Fraction(m, stream.below(2**63) + 1) for _, m in rest]
        order = sorted(range(len(rest)), key=lambda at: (-quotients[at], at))
        hits = [{"id": rest[at][0], "bookValue": money(rest[at][1]), "times": 1, "units": []} for at in sorted(order[:size])]
    elif size:
        ends = list(itertools.accumulate(m for _, m in rest))
        places = [(bisect.bisect_right(ends, unit), unit) for unit in units_of(method, ends[-1], size, stream)]
        for at, own in itertools.groupby(places, key=lambda place: place[0]):
            units = [money(unit + 1) for _, unit in own]
            hits.append({"id": rest[at][0], "bookValue": money(rest[at][1]), "times": len(units), "units": units})
    return {"method": method, "size": size, "bookValue": strata["restValue"], "hits": hits, "top": strata["top"]}


def difference(got, want):
    """A JSON Pointer to the first place where got is not want; None where there is none."""
    if isinstance(want, dict):
        for name, inner in want.items():
            empty = False if inner is False or inner is True else []
            below = difference(got.get(name, empty) if isinstance(got, dict) else None, inner)
            if below is not None:
                return "/" + name + below
        return None
    if isinstance(want, list):
        got = got if isinstance(got, list) else []
        for i, (g, w) in enumerate(zip(got, want)):
            below = difference(g, w)
            if below is not None:
                return "/%d%s" % (i, below)
        return None if len(got) == len(want) else ""
    if isinstance(want, Money):
        return None if isinstance(got, (int, str)) and AMOUNT.fullmatch(str(got)) and Fraction(str(got)) == want else ""
    return None if got == want else ""


def reperform(r, items):
    """What reperforming record r with items, pairs of identifier and amount, finds."""
    try:
        book = Book(items)
    except ValueError:
        return "items"
    draw = r["selection"]
    for name, want in (("round", 0), ("method", "simple"), ("size", 1), ("reserveSize", 0)):
        if draw.get(name) != want:
            return "/selection/" + name
    found = p.reperform(draw, book.texts)
    if found not in ("ok", "pending"):
        return "/selection/" + found.replace("[", "/").rstrip("]")
    said = CONTEXT.fullmatch(draw["context"])
    if not said or int(said[3]) > 10**6:
        return "/selection/context"
    method, size, whole = said[2], int(said[3]), bool(said[4])
    if r.get("method") != method:
        return "/method"
    for name, want in (("size", size), ("whole", whole)):
        if r["stratification"].get(name, False) != want:
            return "/stratification/" + name
    strata, rest = stratify(book, size, whole)
    below = difference(r["stratification"], strata)
    if below is not None:
        return "/stratification" + below
    if found == "pending":
        return "/sample" if r.get("sample") else "pending"
    below = difference(r.get("sample"), sample(book, method, strata, rest, p.Stream(bytes.fromhex(draw["seed"]))))
    return "ok" if below is None else "/sample" + below


def read(path):
    """A JSON document, whose numbers with decimals stay the texts that they are."""
    return json.loads(pathlib.Path(path).read_text("utf-8"), parse_float=str)


def items_of(vector):
    return [(item["id"], str(item["bookValue"])) for item in vector["items"]]


def main(args):
    if len(args) == 2 and args[0] == "--vectors":
        files = sorted(pathlib.Path(args[1]).glob("*.json"))
        wrong = 0
        for file in files:
            v = read(file)
            got = reperform(v["record"], items_of(v))
            print(file.name, got)
            if got != v["expect"]:
                print("  expected", v["expect"])
                wrong += 1
        return 1 if wrong or not files else 0
    if len(args) == 2:
        lines = pathlib.Path(args[1]).read_bytes().decode("utf-8").split("\n")
        items = [tuple(line.rpartition(" ")[::2]) for line in (lines[:-1] if lines[-1] == "" else lines)]
        got = reperform(read(args[0]), items)
        print(got)
        return 0 if got == "ok" else 1
    sys.stderr.write(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
