// Reperforms a selection of monetary units, seeded by protocol soc2-sample/1, with Node alone.
//
//   node reperform_units.mjs RECORD.json POPULATION.txt    one item a line: identifier, space, book value
//   node reperform_units.mjs --vectors FOLDER              every vector in it
//
// Prints "ok", "pending", "items" where the population is at fault, or a JSON Pointer to the first field that differs. Exit status
// 0 if it is ok (with vectors: if all are as expected), else 1.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Stream, identifier, linesOf, reperform as reperformDraw, text } from './reperform.mjs';

const LARGEST = 2n ** 63n - 1n;

// An amount is compared as a whole number of billionths, however it is written.
class Money {
  constructor(minor, decimals) {
    this.billionths = minor * 10n ** BigInt(9 - decimals);
  }
}

// The digits and the number of decimals of a written amount; null where it is none.
function amount(a) {
  const m = /^(-?)(0|[1-9]\d*)(?:\.(\d{1,9}))?$/.exec(typeof a === 'number' ? String(a) : typeof a === 'string' ? a : '');
  if (m === null) return null;
  const [, sign, whole, fraction = ''] = m;
  return { minor: BigInt(whole + fraction) * (sign ? -1n : 1n), decimals: fraction.length };
}

function written(minor, decimals) {
  const digits = String(minor < 0n ? -minor : minor).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  return (minor < 0n ? '-' : '') + digits.slice(0, cut) + (decimals > 0 ? `.${digits.slice(cut)}` : '');
}

const add = (items) => items.reduce((sum, item) => sum + item.minor, 0n);

// The items in the order of their identifiers by bytes, with the texts that are committed to; null where they are at fault.
function bookOf(pairs) {
  const items = [];
  const seen = new Set();
  for (const [id, a] of pairs) {
    const bytes = text(id);
    const value = amount(a);
    if (value === null || !identifier(bytes) || seen.has(id)) return null;
    seen.add(id);
    items.push({ id, bytes, ...value });
  }
  if (items.length === 0) return null;
  const decimals = Math.max(...items.map((item) => item.decimals));
  for (const item of items) item.minor *= 10n ** BigInt(decimals - item.decimals);
  items.sort((a, b) => Buffer.compare(a.bytes, b.bytes));
  const above = add(items.filter((item) => item.minor > 0n));
  const below = add(items.filter((item) => item.minor < 0n));
  const texts = items.map((item) => Buffer.from(`${item.id} ${written(item.minor, decimals)}`, 'utf8'));
  return above > LARGEST || -below > LARGEST || !texts.every(identifier) ? null : { items, decimals, texts };
}

function stratify({ items, decimals }, size, whole) {
  const positive = items.filter((item) => item.minor > 0n);
  const money = (minor) => new Money(minor, decimals);
  const apart = new Map(); // items of the top stratum, with their rounds
  let [value, hits] = [add(positive), BigInt(size)];
  for (let round = 1; !whole && hits > 0n; round++) {
    // At or above value / hits, without a division.
    const large = positive.filter((item) => !apart.has(item) && item.minor * hits >= value);
    if (large.length === 0) break;
    for (const item of large) apart.set(item, round);
    value -= add(large);
    hits -= BigInt(large.length);
  }
  const rest = positive.filter((item) => !apart.has(item));
  if (rest.length === 0) hits = 0n;
  const negative = items.filter((item) => item.minor < 0n);
  const order = (a, b) => apart.get(a) - apart.get(b) || (a.minor > b.minor ? -1 : a.minor < b.minor ? 1 : 0);
  const strata = {
    size,
    decimals,
    items: positive.length,
    bookValue: money(add(positive)),
    whole,
    top: [...apart.keys()].sort(order).map((item) => ({ id: item.id, bookValue: money(item.minor), round: apart.get(item) })),
    topValue: money(add(positive) - value),
    restItems: rest.length,
    restValue: money(value),
    restSize: Number(hits),
    samplingInterval: money(hits === 0n ? 0n : value / hits),
    negativeItems: negative.length,
    negativeValue: money(add(negative)),
    zeroItems: items.length - positive.length - negative.length,
  };
  return { strata, rest, value, hits };
}

function* unitsOf(method, value, hits, stream) {
  if (method === 'fixed-interval') {
    const start = stream.below(value);
    for (let i = 0n; i < hits; i++) yield (start + i * value) / hits;
  } else if (method === 'cell') {
    for (let i = 0n; i < hits; i++) yield (stream.below(value) + i * value) / hits;
  } else {
    const taken = new Set();
    for (let last = value - hits; last < value; last++) {
      const unit = stream.below(last + 1n);
      taken.add(taken.has(unit) ? last : unit);
    }
    yield* [...taken].sort((a, b) => (a < b ? -1 : 1));
  }
}

function sample(book, method, { strata, rest, value, hits }, stream) {
  const money = (minor) => new Money(minor, book.decimals);
  const found = [];
  if (method === 'modified-sieve' && hits > 0n) {
    const numbered = rest.map((item, at) => ({ item, at, number: stream.below(2n ** 63n) + 1n }));
    // The larger quotient first: x / n > y / m where x m > y n.
    numbered.sort((a, b) => {
      const [x, y] = [a.item.minor * b.number, b.item.minor * a.number];
      return x > y ? -1 : x < y ? 1 : a.at - b.at;
    });
    for (const { item } of numbered.slice(0, Number(hits)).sort((a, b) => a.at - b.at)) {
      found.push({ id: item.id, bookValue: money(item.minor), times: 1, units: [] });
    }
  } else if (hits > 0n) {
    let [at, end, last] = [0, rest[0].minor, -1];
    for (const unit of unitsOf(method, value, hits, stream)) {
      while (unit >= end) end += rest[++at].minor;
      if (at !== last) found.push({ id: rest[at].id, bookValue: money(rest[at].minor), times: 0, units: [] });
      last = at;
      found.at(-1).times++;
      found.at(-1).units.push(money(unit + 1n));
    }
  }
  return { method, size: strata.restSize, bookValue: strata.restValue, hits: found, top: strata.top };
}

// A JSON Pointer to the first place where got is not want; null where there is none.
function difference(got, want) {
  if (want instanceof Money) {
    const a = amount(got);
    return a !== null && a.decimals <= 9 && new Money(a.minor, a.decimals).billionths === want.billionths ? null : '';
  }
  if (Array.isArray(want)) {
    const list = Array.isArray(got) ? got : [];
    for (let i = 0; i < Math.min(list.length, want.length); i++) {
      const below = difference(list[i], want[i]);
      if (below !== null) return `/${i}${below}`;
    }
    return list.length === want.length ? null : '';
  }
  if (typeof want === 'object') {
    for (const [name, inner] of Object.entries(want)) {
      const below = difference(got?.[name] ?? (typeof inner === 'boolean' ? false : []), inner);
      if (below !== null) return `/${name}${below}`;
    }
    return null;
  }
  return got === want ? null : '';
}

const CONTEXT = /^(.+)\/monetary-units\/(fixed-interval|cell|modified-sieve|random-units)\/([1-9]\d{0,6})(\/whole)?$/s;

// What reperforming record r with items, pairs of identifier and amount, finds.
function reperform(r, pairs) {
  const book = bookOf(pairs);
  if (book === null) return 'items';
  const draw = r.selection;
  for (const [name, want] of Object.entries({ round: 0, method: 'simple', size: 1, reserveSize: 0 })) {
    if (draw[name] !== want) return `/selection/${name}`;
  }
  const found = reperformDraw(draw, book.texts);
  if (found !== 'ok' && found !== 'pending') return `/selection/${found.replace('[', '/').replace(']', '')}`;
  const said = CONTEXT.exec(draw.context);
  if (said === null || Number(said[3]) > 1e6) return '/selection/context';
  const [method, size, whole] = [said[2], Number(said[3]), said[4] !== undefined];
  if (r.method !== method) return '/method';
  if (r.stratification.size !== size) return '/stratification/size';
  if ((r.stratification.whole ?? false) !== whole) return '/stratification/whole';
  const divided = stratify(book, size, whole);
  let below = difference(r.stratification, divided.strata);
  if (below !== null) return `/stratification${below}`;
  if (found === 'pending') return r.sample === undefined ? 'pending' : '/sample';
  below = difference(r.sample, sample(book, method, divided, new Stream(Buffer.from(draw.seed, 'hex'))));
  return below === null ? 'ok' : `/sample${below}`;
}

// A JSON document, whose numbers stay the texts that they are where JavaScript would round them.
function read(name) {
  const token = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
  return JSON.parse(readFileSync(name, 'utf8').replace(token, (t) => (t[0] === '"' || Number.isSafeInteger(Number(t)) && /^-?\d+$/.test(t) ? t : `"${t}"`)));
}

function main(args) {
  if (args.length === 2 && args[0] === '--vectors') {
    const files = readdirSync(args[1]).filter((f) => f.endsWith('.json')).sort();
    let wrong = 0;
    for (const file of files) {
      const v = read(join(args[1], file));
      const got = reperform(v.record, v.items.map((item) => [item.id, item.bookValue]));
      console.log(file, got);
      if (got !== v.expect) {
        console.log('  expected', v.expect);
        wrong++;
      }
    }
    return wrong || files.length === 0 ? 1 : 0;
  }
  if (args.length === 2) {
    const pairs = linesOf(args[1]).map((line) => {
      const s = line.toString('utf8');
      const cut = s.lastIndexOf(' ');
      return [s.slice(0, Math.max(cut, 0)), s.slice(cut + 1)];
    });
    const got = reperform(read(args[0]), pairs);
    console.log(got);
    return got === 'ok' ? 0 : 1;
  }
  console.error('usage: reperform_units.mjs RECORD.json POPULATION.txt, or --vectors FOLDER');
  return 2;
}

process.exitCode = main(process.argv.slice(2));
