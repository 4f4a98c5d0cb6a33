"""Reperforms a selection of protocol soc2-sample/1 with the Python standard library alone.

    python3 reperform.py RECORD.json POPULATION.txt    one identifier a line
    python3 reperform.py --vectors FOLDER              every vector in it

Prints "ok", "pending", "items" where the population is at fault, or the first field that differs. Exit status 0 if it is ok
(with vectors: if all are as expected), else 1.
"""

import hashlib
import json
import pathlib
import sys

MAX_ITEMS = 2**32 - 1


def sha256(data):
    return hashlib.sha256(data).digest()


def u64(n):
    return n.to_bytes(8, "big")


def encode(*fields):
    """TUPLE: each field after its length; a number is its eight bytes."""
    out = b""
    for f in fields:
        if isinstance(f, str):
            f = f.encode("utf-8")
        elif isinstance(f, int):
            f = u64(f)
        out += u64(len(f)) + f
    return out


def identifier(b):
    """Whether the bytes follow the identifier rule."""
    if not 1 <= len(b) <= 1024 or any(c < 0x20 or c == 0x7F for c in b):
        return False
    try:
        b.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def text(s):
    """The bytes of a string of a JSON document; None where it has none."""
    try:
        return s.encode("utf-8")
    except UnicodeEncodeError:
        return None


def tree_hash(leaves):
    """RFC 6962 section 2.1."""
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return sha256(b"\x00" + leaves[0])
    split = 1
    while 2 * split < len(leaves):
        split *= 2
    return sha256(b"\x01" + tree_hash(leaves[:split]) + tree_hash(leaves[split:]))


def from_hex(s):
    """The bytes of lowercase hexadecimal, or None."""
    if not isinstance(s, str) or len(s) % 2 or s.strip("0123456789abcdef"):
        return None
    return bytes.fromhex(s)


class Stream:
    """Whole numbers without bias."""

    def __init__(self, seed):
        self.seed, self.block, self.words = seed, 0, []

    def word(self):
        if not self.words:
            h = sha256(encode("soc2-sample/1/stream", self.seed, self.block))
            self.words = [int.from_bytes(h[i : i + 8], "big") for i in (0, 8, 16, 24)]
            self.block += 1
        return self.words.pop(0)

    def below(self, m):
        reject = (2**64 - m) % m
        while True:
            w = self.word()
            if w >= reject:
                return w % m


def commitment(r, items):
    return sha256(
        encode("soc2-sample/1/commit", r["context"], r["round"], r["method"], r["size"], r["reserveSize"],
               len(items), tree_hash(items), from_hex(r.get("source", "")), r["beacon"])
    )


def select(r, items, seed):
    """The sample, the reserve and the tickets, of sorted items."""
    n, total = r["size"], len(items)
    if r["method"] == "systematic":
        x = Stream(seed).below(total)
        return [items[(x + i * total // n) % total] for i in range(n)], [], []
    order = sorted((sha256(seed + item), item) for item in items)[: n + r["reserveSize"]]
    return [i for _, i in order[:n]], [i for _, i in order[n:]], [t for t, _ in order]


def unfit(r, total):
    """The first field that could not have been committed to."""
    def whole(name):
        return isinstance(r.get(name), int) and not isinstance(r.get(name), bool)
    def named(name):
        return isinstance(r.get(name), str) and text(r[name]) is not None and identifier(text(r[name]))
    if not named("context"):
        return "context"
    if not whole("round") or not 0 <= r["round"] < 2**63:
        return "round"
    if r.get("method") not in ("simple", "systematic"):
        return "method"
    if not whole("size") or not whole("reserveSize"):
        return "size"
    # A reserve that is no number of items is told after what it does to the size.
    if r["size"] < 1 or r["size"] > total or r["reserveSize"] > total - r["size"]:
        return "size"
    if r["reserveSize"] < 0 or r["method"] == "systematic" and r["reserveSize"] > 0:
        return "reserveSize"
    source = from_hex(r.get("source", ""))
    if source is None or len(source) not in (0, 32):
        return "source"
    if not named("beacon"):
        return "beacon"
    return None


def differs(name, got, want):
    for i, (g, w) in enumerate(zip(got, want)):
        if g != w:
            return "%s[%d]" % (name, i)
    return name if len(got) != len(want) else None


def reperform(r, items):
    """What reperforming record r with items, as bytes, finds."""
    if not 1 <= len(items) <= MAX_ITEMS or not all(map(identifier, items)) or len(set(items)) != len(items):
        return "items"
    items = sorted(items)
    field = unfit(r, len(items))
    if field:
        return field
    if r["populationSize"] != len(items):
        return "populationSize"
    if r["populationRoot"] != tree_hash(items).hex():
        return "populationRoot"
    c = commitment(r, items)
    if r["commitment"] != c.hex():
        return "commitment"
    if not r.get("randomness"):
        if r.get("seed"):
            return "seed"
        return differs("sample", r["sample"], []) or differs("reserve", r["reserve"], []) or differs("tickets", r["tickets"], []) or "pending"
    randomness = from_hex(r["randomness"])
    if randomness is None or not 16 <= len(randomness) <= 1024:
        return "randomness"
    if r["beacon"].startswith("dice/") and not all(0x30 <= b <= 0x39 for b in randomness):
        return "randomness"
    seed = sha256(encode("soc2-sample/1/seed", c, randomness))
    if r.get("seed") != seed.hex():
        return "seed"
    sample, reserve, tickets = select(r, items, seed)
    return (
        differs("sample", list(map(text, r["sample"])), sample)
        or differs("reserve", list(map(text, r["reserve"])), reserve)
        or differs("tickets", r["tickets"], [t.hex() for t in tickets])
        or "ok"
    )


def items_of(vector):
    if "itemsHex" in vector:
        return [bytes.fromhex(h) for h in vector["itemsHex"]]
    if "generated" in vector:
        g = vector["generated"]
        return [(g["prefix"] + str(i).rjust(g["digits"], "0")).encode() for i in range(1, g["count"] + 1)]
    return [i.encode("utf-8") for i in vector["items"]]


def main(args):
    if len(args) == 2 and args[0] == "--vectors":
        files = sorted(pathlib.Path(args[1]).glob("*.json"))
        wrong = 0
        for file in files:
            v = json.loads(file.read_text("utf-8"))
            got = reperform(v["record"], items_of(v))
            print(file.name, got)
            if got != v["expect"]:
                print("  expected", v["expect"])
                wrong += 1
        return 1 if wrong or not files else 0
    if len(args) == 2:
        record = json.loads(pathlib.Path(args[0]).read_text("utf-8"))
        lines = pathlib.Path(args[1]).read_bytes().split(b"\n")
        got = reperform(record, lines[:-1] if lines[-1] == b"" else lines)
        print(got)
        return 0 if got == "ok" else 1
    sys.stderr.write(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
