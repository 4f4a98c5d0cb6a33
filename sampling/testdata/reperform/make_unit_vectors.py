"""Writes the vectors of folder units beside it, with the Python programs and nothing of the library that they test.

    python3 make_unit_vectors.py

Each vector is a population with book values, a record and what reperforming gives: "ok", "pending", "items", or a JSON Pointer to
the first field that differs.
"""

import copy
import json
import pathlib

import reperform as p
import reperform_units as u

FOLDER = pathlib.Path(__file__).parent / "units"
DICE = b"31415926535897932384".hex()
METHODS = ["fixed-interval", "cell", "modified-sieve", "random-units"]

# Seven that are ordinary, two that are large, and two that no unit can be selected from.
ITEMS = [
    ("INV-01", "40.00"), ("INV-02", "1000.00"), ("INV-03", "30.00"), ("INV-04", "-25.00"), ("INV-05", "90.00"), ("INV-06", "12.34"),
    ("INV-07", "300.00"), ("INV-08", "0.00"), ("INV-09", "7.66"), ("INV-10", "55.50"), ("INV-11", "64.50"),
]
# Two hundred, from a cent up, such as a ledger has them; every seventh is large.
LEDGER = [("L-%03d" % i, "%d.%02d" % divmod(1 + i * i * 37 % 9973 + (20000 if i % 7 == 0 else 0), 100)) for i in range(200)]


def plain(value, decimals):
    """A record as JSON has it: amounts written with the decimals of the smallest unit."""
    if isinstance(value, dict):
        return {k: plain(v, decimals) for k, v in value.items() if not (k == "units" and v == []) and not (k == "whole" and not v)}
    if isinstance(value, list):
        return [plain(v, decimals) for v in value]
    return u.written(int(value * 10**decimals), decimals) if isinstance(value, u.Money) else value


def record(items=ITEMS, method="cell", size=6, whole=False, randomness=DICE, context="ENG-1/PI1.4/T1", suffix=None, draw={}):
    book = u.Book(items)
    if suffix is None:
        suffix = "/monetary-units/%s/%d%s" % (method, size, "/whole" if whole else "")
    r = {"context": context + suffix, "round": 0, "method": "simple", "size": 1, "reserveSize": 0}
    r.update({"populationSize": len(book.texts), "populationRoot": p.tree_hash(sorted(book.texts)).hex(), "beacon": "dice/20d10"})
    r.update(draw)
    texts = sorted(book.texts)
    c = p.commitment(r, texts)
    r["commitment"], r["sample"], r["reserve"], r["tickets"] = c.hex(), [], [], []
    strata, rest = u.stratify(book, size, whole)
    whole_record = {"selection": r, "method": method, "stratification": plain(strata, book.decimals)}
    if randomness:
        r["randomness"] = randomness
        seed = p.sha256(p.encode("soc2-sample/1/seed", c, bytes.fromhex(randomness)))
        r["seed"] = seed.hex()
        selected, reserve, tickets = p.select(r, texts, seed)
        r["sample"], r["reserve"] = [i.decode() for i in selected], [i.decode() for i in reserve]
        r["tickets"] = [t.hex() for t in tickets]
        whole_record["sample"] = plain(u.sample(book, method, strata, rest, p.Stream(seed)), book.decimals)
    return whole_record


def write(name, what, expect, r, items=ITEMS):
    v = {"what": what, "expect": expect, "items": [{"id": i, "bookValue": a} for i, a in items], "record": r}
    (FOLDER / (name + ".json")).write_text(json.dumps(v, ensure_ascii=True, indent=1) + "\n")


def changed(path, value, **fields):
    """The sound record with another value at a place, which is a list of members and indexes."""
    r = copy.deepcopy(record(**fields))
    at = r
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return r


def with_amount(identifier, amount):
    return [(i, amount if i == identifier else a) for i, a in ITEMS]


def main():
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.json"):
        old.unlink()

    # Features.
    for m in METHODS:
        write(m, "a top stratum, a negative item and one of 0", "ok", record(method=m))
        write(m + "-whole", "no top stratum: a large item may be hit several times", "ok", record(method=m, whole=True))
        write(m + "-ledger", "two hundred items and 40 units", "ok", record(LEDGER, method=m, size=40), LEDGER)
        write(m + "-one", "one unit", "ok", record(method=m, size=1))
        write(m + "-pending", "a commitment without randomness", "pending", record(method=m, randomness=None))
    write("order", "the order of the items does not matter", "ok", record(), ITEMS[::-1])
    write("spelling", "40.0 is 40.00", "ok", record(), with_amount("INV-01", "40.0"))
    write("decimals-mix", "three decimals, and the largest sum that fits", "ok", record([("a", "9223372036854775.800"), ("b", "0.007")], size=5, whole=True),
          [("a", "9223372036854775.8"), ("b", "0.007")])
    write("no-decimals", "amounts in whole units", "ok", record([("a", "17"), ("b", "4"), ("c", "9")], method="random-units", size=12), [("a", "17"), ("b", "4"), ("c", "9")])
    write("every-unit", "all units there are, at random", "ok", record([("a", "3"), ("b", "4")], method="random-units", size=7, whole=True), [("a", "3"), ("b", "4")])
    write("top-is-everything", "nothing is left to select from", "ok", record([("a", "5.00"), ("b", "5.00"), ("c", "0")], size=2), [("a", "5.00"), ("b", "5.00"), ("c", "0")])
    write("top-is-everything-early", "fewer items than units", "ok", record([("a", "50"), ("b", "1")], size=9), [("a", "50"), ("b", "1")])
    equal = [("e%02d" % i, "10") for i in range(12)]
    write("equal-amounts", "all items are alike", "ok", record(equal, method="modified-sieve", size=5), equal)
    names = [("caf\u00e9", "10"), ("cafe\u0301", "10"), ("a b", "10"), ("a", "10"), ("a 10", "10"), ("\U0001F600", "10"), ("\uFB33", "10")]
    write("bytes-not-characters", "order is that of UTF-8, and identifiers may have spaces and digits", "ok", record(names, size=4), names)
    write("source", "the digest of the file is bound", "ok", record(draw={"source": p.sha256(b"export").hex()}))
    write("context-in-context", "a context that ends as the context of another selection", "ok", record(context="x/monetary-units/cell/6"))
    rounds = [("a", "600"), ("b", "250"), ("c", "100"), ("d", "30"), ("e", "20")] + [("f%d" % i, "9") for i in range(9)]
    write("rounds", "the interval falls as items are set apart", "ok", record(rounds, size=6), rounds)

    # The population is at fault.
    write("item-twice", "the same identifier with two amounts", "items", record(), ITEMS + [("INV-01", "41.00")])
    write("item-empty", "an empty identifier", "items", record(), ITEMS + [("", "41.00")])
    write("item-amount", "an amount in scientific notation", "items", record(), with_amount("INV-01", "4e1"))
    write("item-too-long", "an identifier that leaves no place for its amount", "items", record(), ITEMS + [("x" * 1020, "1.00")])
    write("items-too-much", "a sum of 2^63", "items", record(), ITEMS + [("x", "92233720368547758.07")])
    write("no-items", "no population", "items", record(), [])

    # Another population.
    write("amount-changed", "an item that was not selected is worth a cent more", "/selection/populationRoot", record(), with_amount("INV-09", "7.67"))
    write("amount-negative", "a credit of another amount, which no unit could be selected from", "/selection/populationRoot", record(), with_amount("INV-04", "-25.01"))
    write("amount-of-zero", "an item of 0 becomes one of 1.00", "/selection/populationRoot", record(), with_amount("INV-08", "1.00"))
    write("amounts-exchanged", "two items exchange their amounts: the total stays", "/selection/populationRoot", record(),
          [(i, {"INV-01": "30.00", "INV-03": "40.00"}.get(i, a)) for i, a in ITEMS])
    write("decimals-more", "a smaller smallest unit", "/selection/populationRoot", record(), with_amount("INV-01", "40.000"))
    write("item-added", "one item more", "/selection/populationSize", record(), ITEMS + [("INV-12", "1.00")])

    # Another request.
    write("method-changed", "said to be selected otherwise", "/method", changed(["method"], "random-units"))
    write("size-changed", "said to be smaller", "/stratification/size", changed(["stratification", "size"], 5))
    write("whole-changed", "said to be without a top stratum", "/stratification/whole", changed(["stratification", "whole"], True))
    for name, field, value in [("round", "round", 1), ("two", "size", 2), ("reserve", "reserveSize", 1)]:
        write("draw-" + name, "committed to, but not as a selection of monetary units is", "/selection/" + field, record(draw={field: value}))
    write("draw-systematic", "a draw whose sample takes the first number", "/selection/method", record(draw={"method": "systematic"}))
    write("context-other", "a context that says nothing of units", "/selection/context", record(suffix=""))
    write("context-zeros", "a size with a zero before it", "/selection/context", record(suffix="/monetary-units/cell/06"))
    write("context-large", "a size above a million", "/selection/context", record(suffix="/monetary-units/cell/1000001"))
    write("context-method", "a method that is none", "/selection/context", record(suffix="/monetary-units/block/6"))
    write("context-alone", "nothing before what is said of the units", "/selection/context", record(context=""))
    write("context-changed", "another test", "/selection/commitment", changed(["selection", "context"], "ENG-1/PI1.4/T2/monetary-units/cell/6"))
    write("context-resized", "another size in the context", "/selection/commitment", changed(["selection", "context"], "ENG-1/PI1.4/T1/monetary-units/cell/7"))
    write("randomness-changed", "other dice", "/selection/seed", changed(["selection", "randomness"], b"31415926535897932385".hex()))
    write("ticket-item-changed", "another item of the smallest ticket", "/selection/sample/0", changed(["selection", "sample"], ["INV-01 40.00"]))

    # Another stratification, or another sample.
    write("top-left-out", "an item of the top stratum is missing", "/stratification/top", changed(["stratification", "top"], record()["stratification"]["top"][:1]))
    write("top-value", "another amount in the top stratum", "/stratification/top/0/bookValue", changed(["stratification", "top", 0, "bookValue"], "1000.01"))
    write("rest-changed", "another value of the rest", "/stratification/restValue", changed(["stratification", "restValue"], "300.01"))
    write("negative-hidden", "a credit is not counted", "/stratification/negativeItems", changed(["stratification", "negativeItems"], 0))
    write("hit-replaced", "another item in place of one that was hit", "/sample/hits/0/id", changed(["sample", "hits", 0, "id"], "INV-09"))
    write("hit-left-out", "the last item that was hit is missing", "/sample/hits", changed(["sample", "hits"], record()["sample"]["hits"][:-1]))
    write("unit-moved", "a unit lies one cent further", "/sample/hits/1/units/0",
          changed(["sample", "hits", 1, "units", 0], u.written(int(u.Fraction(record()["sample"]["hits"][1]["units"][0]) * 100) + 1, 2)))
    write("times-changed", "a hit more", "/sample/hits/0/times", changed(["sample", "hits", 0, "times"], 9))
    write("sample-method", "the sample is said to be by another method", "/sample/method", changed(["sample", "method"], "fixed-interval"))
    write("sample-top", "the sample leaves the top stratum out", "/sample/top", changed(["sample", "top"], []))
    write("sieve-replaced", "another item than the sieve keeps", "/sample/hits/0/id", changed(["sample", "hits", 0, "id"], "INV-99", method="modified-sieve"))
    write("pending-with-sample", "a sample before its randomness", "/sample", changed(["sample"], record()["sample"], randomness=None))


if __name__ == "__main__":
    main()
