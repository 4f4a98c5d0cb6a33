// Reperforms a selection of protocol soc2-sample/1 with Node alone.
//
//   node reperform.mjs RECORD.json POPULATION.txt    one identifier a line
//   node reperform.mjs --vectors FOLDER              every vector in it
//
// Prints "ok", "pending", "items" where the population is at fault, or the first field that differs. Exit status 0 if it is ok
// (with vectors: if all are as expected), else 1.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAX_ITEMS = 2 ** 32 - 1;
const sha256 = (...parts) => {
  const h = createHash('sha256');
  for (const p of parts) h.update(p);
  return h.digest();
};

function u64(n) {
  const b = Buffer.alloc(8);
  b.writeBigUInt64BE(BigInt(n));
  return b;
}

// TUPLE: each field after its length; a number is its eight bytes.
function encode(...fields) {
  return Buffer.concat(fields.flatMap((f) => {
    const b = typeof f === 'string' ? Buffer.from(f, 'utf8') : typeof f === 'number' ? u64(f) : f;
    return [u64(b.length), b];
  }));
}

function identifier(b) {
  if (b === null || b.length < 1 || b.length > 1024 || b.some((c) => c < 0x20 || c === 0x7f)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(b);
  } catch {
    return false;
  }
  return true;
}

// The bytes of a string of a JSON document; null where half a surrogate pair has none.
const text = (s) => (typeof s === 'string' && s.isWellFormed() ? Buffer.from(s, 'utf8') : null);

// RFC 6962 section 2.1, of the leaves from a to before b.
function treeHash(leaves, a = 0, b = leaves.length) {
  if (a === b) return sha256('');
  if (b - a === 1) return sha256(Buffer.of(0), leaves[a]);
  let split = 1;
  while (2 * split < b - a) split *= 2;
  return sha256(Buffer.of(1), treeHash(leaves, a, a + split), treeHash(leaves, a + split, b));
}

function fromHex(s) {
  return typeof s === 'string' && /^([0-9a-f]{2})*$/.test(s) ? Buffer.from(s, 'hex') : null;
}

// Whole numbers without bias.
class Stream {
  constructor(seed) {
    this.seed = seed;
    this.block = 0;
    this.words = [];
  }
  word() {
    if (this.words.length === 0) {
      const h = sha256(encode('soc2-sample/1/stream', this.seed, this.block++));
      this.words = [0, 8, 16, 24].map((at) => h.readBigUInt64BE(at));
    }
    return this.words.shift();
  }
  below(m) {
    const reject = (2n ** 64n - m) % m;
    for (;;) {
      const w = this.word();
      if (w >= reject) return w % m;
    }
  }
}

function commitmentOf(r, items) {
  return sha256(encode('soc2-sample/1/commit', r.context, r.round, r.method, r.size, r.reserveSize,
    items.length, treeHash(items), fromHex(r.source ?? ''), r.beacon));
}

function select(r, items, seed) {
  if (r.method === 'systematic') {
    const [n, total] = [BigInt(r.size), BigInt(items.length)];
    const x = new Stream(seed).below(total);
    const sample = [];
    for (let i = 0n; i < n; i++) sample.push(items[Number((x + (i * total) / n) % total)]);
    return { sample, reserve: [], tickets: [] };
  }
  const order = items.map((item) => ({ item, ticket: sha256(seed, item) }));
  order.sort((a, b) => Buffer.compare(a.ticket, b.ticket) || Buffer.compare(a.item, b.item));
  const taken = order.slice(0, r.size + r.reserveSize);
  return {
    sample: taken.slice(0, r.size).map((o) => o.item),
    reserve: taken.slice(r.size).map((o) => o.item),
    tickets: taken.map((o) => o.ticket.toString('hex')),
  };
}

// The first field that could not have been committed to.
function unfit(r, total) {
  if (!identifier(text(r.context))) return 'context';
  if (!Number.isSafeInteger(r.round) || r.round < 0) return 'round';
  if (r.method !== 'simple' && r.method !== 'systematic') return 'method';
  if (!Number.isSafeInteger(r.size) || !Number.isSafeInteger(r.reserveSize)) return 'size';
  // A reserve that is no number of items is told after what it does to the size.
  if (r.size < 1 || r.size > total || r.reserveSize > total - r.size) return 'size';
  if (r.reserveSize < 0 || (r.method === 'systematic' && r.reserveSize > 0)) return 'reserveSize';
  const source = fromHex(r.source ?? '');
  if (source === null || (source.length !== 0 && source.length !== 32)) return 'source';
  if (!identifier(text(r.beacon))) return 'beacon';
  return null;
}

function differs(name, got, want) {
  const same = (g, w) => (Buffer.isBuffer(w) ? text(g)?.equals(w) === true : g === w);
  for (let i = 0; i < Math.min(got.length, want.length); i++) {
    if (!same(got[i], want[i])) return `${name}[${i}]`;
  }
  return got.length === want.length ? null : name;
}

// What reperforming record r with items, as buffers, finds.
function reperform(r, unsorted) {
  if (unsorted.length < 1 || unsorted.length > MAX_ITEMS || !unsorted.every(identifier)) return 'items';
  const items = [...unsorted].sort(Buffer.compare);
  if (items.some((item, i) => i > 0 && item.equals(items[i - 1]))) return 'items';
  const field = unfit(r, items.length);
  if (field) return field;
  if (r.populationSize !== items.length) return 'populationSize';
  if (r.populationRoot !== treeHash(items).toString('hex')) return 'populationRoot';
  const c = commitmentOf(r, items);
  if (r.commitment !== c.toString('hex')) return 'commitment';
  if (!r.randomness) {
    if (r.seed) return 'seed';
    return differs('sample', r.sample, []) ?? differs('reserve', r.reserve, []) ?? differs('tickets', r.tickets, []) ?? 'pending';
  }
  const randomness = fromHex(r.randomness);
  if (randomness === null || randomness.length < 16 || randomness.length > 1024) return 'randomness';
  if (r.beacon.startsWith('dice/') && !randomness.every((b) => b >= 0x30 && b <= 0x39)) return 'randomness';
  const seed = sha256(encode('soc2-sample/1/seed', c, randomness));
  if (r.seed !== seed.toString('hex')) return 'seed';
  const want = select(r, items, seed);
  return differs('sample', r.sample, want.sample) ?? differs('reserve', r.reserve, want.reserve)
    ?? differs('tickets', r.tickets, want.tickets) ?? 'ok';
}

function itemsOf(v) {
  if (v.itemsHex) return v.itemsHex.map((h) => Buffer.from(h, 'hex'));
  if (v.generated) {
    const { prefix, digits, count } = v.generated;
    return Array.from({ length: count }, (_, i) => Buffer.from(prefix + String(i + 1).padStart(digits, '0')));
  }
  return v.items.map((i) => Buffer.from(i, 'utf8'));
}

function linesOf(name) {
  const all = readFileSync(name);
  const lines = [];
  for (let at = 0; at < all.length;) {
    const end = all.indexOf(10, at);
    lines.push(all.subarray(at, end < 0 ? all.length : end));
    at = end < 0 ? all.length : end + 1;
  }
  return lines;
}

function main(args) {
  if (args.length === 2 && args[0] === '--vectors') {
    const files = readdirSync(args[1]).filter((f) => f.endsWith('.json')).sort();
    let wrong = 0;
    for (const file of files) {
      const v = JSON.parse(readFileSync(join(args[1], file), 'utf8'));
      const got = reperform(v.record, itemsOf(v));
      console.log(file, got);
      if (got !== v.expect) {
        console.log('  expected', v.expect);
        wrong++;
      }
    }
    return wrong || files.length === 0 ? 1 : 0;
  }
  if (args.length === 2) {
    const got = reperform(JSON.parse(readFileSync(args[0], 'utf8')), linesOf(args[1]));
    console.log(got);
    return got === 'ok' ? 0 : 1;
  }
  console.error('usage: reperform.mjs RECORD.json POPULATION.txt, or --vectors FOLDER');
  return 2;
}

export { Stream, identifier, linesOf, reperform, text };

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
