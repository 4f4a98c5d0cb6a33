"""Writes the vectors beside it, with the Python program and nothing of the library that they test.

    python3 make_vectors.py

Each vector is a population, a record and what reperforming gives: "ok", "pending", "items", or the first field that differs.
"""

import copy
import json
import pathlib

import reperform as p

FOLDER = pathlib.Path(__file__).parent / "vectors"
DICE = b"31415926535897932384".hex()
ITEMS = ["A-%02d" % i for i in range(1, 11)]


def record(items, randomness=DICE, **fields):
    r = {"context": "ENG-1/CC6.1/T1", "round": 0, "method": "simple", "size": 3, "reserveSize": 1}
    r.update({k: v for k, v in fields.items() if k in r})
    raw = sorted(i if isinstance(i, bytes) else i.encode() for i in items)
    r["populationSize"] = len(raw)
    r["populationRoot"] = p.tree_hash(raw).hex()
    if "source" in fields:
        r["source"] = fields["source"]
    r["beacon"] = fields.get("beacon", "dice/20d10")
    c = p.commitment(r, raw)
    if randomness:
        r["randomness"] = randomness
    r["commitment"] = c.hex()
    r["sample"], r["reserve"], r["tickets"] = [], [], []
    if randomness:
        seed = p.sha256(p.encode("soc2-sample/1/seed", c, bytes.fromhex(randomness)))
        r["seed"] = seed.hex()
        sample, reserve, tickets = p.select(r, raw, seed)
        r["sample"] = [i.decode() for i in sample]
        r["reserve"] = [i.decode() for i in reserve]
        r["tickets"] = [t.hex() for t in tickets]
    return r


def write(name, what, expect, r, **items):
    v = {"what": what, "expect": expect}
    v.update(items or {"items": ITEMS})
    v["record"] = r
    (FOLDER / (name + ".json")).write_text(json.dumps(v, ensure_ascii=True, indent=1) + "\n")


def changed(**fields):
    r = copy.deepcopy(record(ITEMS))
    r.update(fields)
    return r


def generated(prefix, digits, count):
    return [prefix + str(i).rjust(digits, "0") for i in range(1, count + 1)]


def main():
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.json"):
        old.unlink()
    sound = record(ITEMS)

    # Features.
    write("simple", "three items and a reserve of one", "ok", sound)
    write("simple-order", "the order of the population does not matter", "ok", sound, items=ITEMS[::-1])
    write("simple-all", "every item is selected, in the order of tickets", "ok", record(ITEMS, size=10, reserveSize=0))
    write("simple-all-with-reserve", "sample and reserve are the whole population", "ok", record(ITEMS, size=4, reserveSize=6))
    write("simple-one", "a population of one", "ok", record(["only"], size=1, reserveSize=0), items=["only"])
    write("simple-thousand", "a thousand items, which are no power of two", "ok",
          record(generated("INV-", 6, 1000), size=25, reserveSize=5), generated={"prefix": "INV-", "digits": 6, "count": 1000})
    write("tree-full", "64 items: a perfect tree", "ok", record(generated("x", 1, 64)), generated={"prefix": "x", "digits": 1, "count": 64})
    write("tree-one-more", "65 items: a perfect tree and one leaf", "ok", record(generated("x", 1, 65)), generated={"prefix": "x", "digits": 1, "count": 65})
    write("systematic", "four items, evenly spaced", "ok", record(ITEMS, method="systematic", size=4, reserveSize=0))
    write("systematic-uneven", "a size that does not divide the population", "ok",
          record(generated("x", 3, 365), method="systematic", size=25, reserveSize=0), generated={"prefix": "x", "digits": 3, "count": 365})
    write("systematic-all", "an interval of one", "ok", record(ITEMS, method="systematic", size=10, reserveSize=0))
    write("round-one", "an extension, with randomness of its own", "ok", record(ITEMS, round=1, randomness=b"27182818284590452353".hex()))
    write("source", "the digest of an export is bound", "ok", record(ITEMS, source=p.sha256(b"export").hex()))
    write("nonce", "an everyday nonce of 32 bytes", "ok", record(ITEMS, beacon="nonce/auditor", randomness=bytes(range(32)).hex()))
    write("randomness-shortest", "16 bytes", "ok", record(ITEMS, beacon="nist/2/1234567", randomness=bytes(16).hex()))
    write("randomness-longest", "1024 bytes", "ok", record(ITEMS, beacon="nist/2/1234567", randomness=(bytes(range(256)) * 4).hex()))
    write("pending", "a commitment without randomness", "pending", record(ITEMS, randomness=None))
    spellings = ["caf\u00e9", "cafe\u0301", "Z", "a", "\u00e9", "\U0001F600", "\uFB33", "a b"]
    write("bytes-not-characters", "order is that of UTF-8, and two spellings are two items", "ok", record(spellings, size=5), items=spellings)
    edges = ["x" * 1024, " ", "\u0080", "=1+1", "../x", "\u202e", "0", "00"]
    write("identifiers-at-the-edge", "1024 bytes, a space, U+0080, a formula, a path, an override", "ok", record(edges, size=6), items=edges)
    ambiguous = ["ab", "c", "a", "bc", "abc"]
    write("prefixes", "identifiers that begin with each other", "ok", record(ambiguous, size=4), items=ambiguous)

    # The population is at fault.
    write("item-twice", "the same identifier twice", "items", sound, items=ITEMS[:9] + ["A-01"])
    write("item-empty", "an empty identifier", "items", sound, items=ITEMS[:9] + [""])
    write("item-control", "a tab in an identifier", "items", sound, items=ITEMS[:9] + ["A\t10"])
    write("item-delete", "the character DEL", "items", sound, items=ITEMS[:9] + ["A\x7f"])
    write("item-too-long", "1025 bytes", "items", sound, items=ITEMS[:9] + ["x" * 1025])
    write("item-not-utf8", "half a surrogate pair, in three bytes", "items", sound, itemsHex=[i.encode().hex() for i in ITEMS[:9]] + ["eda080"])
    write("no-items", "no population", "items", sound, items=[])

    # Another population.
    write("item-added", "one item more", "populationSize", sound, items=ITEMS + ["A-11"])
    write("item-removed", "one item less, which was not selected", "populationSize", sound, items=[i for i in ITEMS if i != [x for x in ITEMS if x not in sound["sample"] + sound["reserve"]][0]])
    write("item-renamed", "another identifier in place of one that was not selected", "populationRoot", sound,
          items=[i + "x" if i == [x for x in ITEMS if x not in sound["sample"] + sound["reserve"]][0] else i for i in ITEMS])
    write("item-case", "a small letter", "populationRoot", sound, items=["a-01"] + ITEMS[1:])
    write("root-changed", "another root in the record", "populationRoot", changed(populationRoot=p.sha256(b"").hex()))
    write("root-uppercase", "the right root in capitals", "populationRoot", changed(populationRoot=sound["populationRoot"].upper()))

    # Another request.
    write("context-changed", "another test", "commitment", changed(context="ENG-1/CC6.1/T2"))
    write("context-empty", "no context", "context", changed(context=""))
    write("context-control", "a line break in the context", "context", changed(context="a\nb"))
    write("round-changed", "said to be the extension", "commitment", changed(round=1))
    write("round-negative", "no round", "round", changed(round=-1))
    write("method-unknown", "selected haphazardly", "method", changed(method="haphazard"))
    write("method-missing", "no method", "method", {k: v for k, v in sound.items() if k != "method"})
    write("size-smaller", "two of the three items", "commitment", changed(size=2, reserveSize=2))
    write("size-zero", "no item", "size", changed(size=0))
    write("size-too-large", "more than there are", "size", changed(size=11))
    write("reserve-too-large", "sample and reserve are more than there are", "size", changed(reserveSize=8))
    write("reserve-systematic", "a systematic selection has no reserve", "reserveSize", changed(method="systematic"))
    write("source-added", "an export that was not bound", "commitment", changed(source=p.sha256(b"export").hex()))
    write("source-short", "no SHA-256", "source", changed(source="ab"))
    write("beacon-changed", "another source of randomness", "commitment", changed(beacon="dice/21d10"))
    write("boundary-moved", "a letter moves from the beacon to the context: lengths are part of what is hashed", "commitment",
          changed(context=sound["context"] + "d", beacon=sound["beacon"][1:]))
    write("commitment-changed", "a commitment that something else was made with", "commitment", changed(commitment=p.sha256(b"").hex()))

    # Another draw.
    write("randomness-changed", "one digit of the dice", "seed", changed(randomness=b"31415926535897932385".hex()))
    write("randomness-too-short", "15 bytes", "randomness", changed(randomness=bytes(15).hex()))
    write("randomness-too-long", "1025 bytes", "randomness", changed(randomness=bytes(1025).hex()))
    write("dice-as-hexadecimal", "forty digits of dice read as twenty bytes", "randomness", record(ITEMS, randomness="3141592653589793238462643383279502884197"))
    write("randomness-odd", "half a byte", "randomness", changed(randomness=DICE[:-1]))
    write("seed-changed", "another seed", "seed", changed(seed=p.sha256(b"").hex()))
    write("pending-with-seed", "a seed without randomness", "seed", {k: v for k, v in sound.items() if k != "randomness"})
    write("sample-swapped", "two items change places", "sample[0]", changed(sample=[sound["sample"][1], sound["sample"][0], sound["sample"][2]]))
    write("sample-replaced", "the reserve stands in for the last item", "sample[2]", changed(sample=sound["sample"][:2] + sound["reserve"]))
    write("sample-shorter", "the last item is left out", "sample", changed(sample=sound["sample"][:2]))
    write("sample-longer", "an item more", "sample", changed(sample=sound["sample"] + sound["reserve"]))
    write("reserve-replaced", "an item of choice as the reserve", "reserve[0]",
          changed(reserve=[x for x in ITEMS if x not in sound["sample"] + sound["reserve"]][:1]))
    write("ticket-changed", "a ticket that is not that of its item", "tickets[3]", changed(tickets=sound["tickets"][:3] + [p.sha256(b"").hex()]))
    write("tickets-missing", "no tickets", "tickets", changed(tickets=[]))


if __name__ == "__main__":
    main()
