/** Damage to files, drawn from a seed. */

/** Whole numbers below a bound, from a seed. @source Marsaglia 2003, "Xorshift RNGs", with the shifts 13, 17 and 5 */
export function randomNumbers(seed: number): (below: number) => number {
  let state = (seed * 0x9e3779b9 + 1) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

type Random = (below: number) => number;

/** One way to damage a file. */
export interface Damage {
  readonly name: string;
  readonly change: (bytes: Buffer, random: Random) => Buffer;
}

/** A cut of a file at two places, in order. */
function cut(bytes: Buffer, random: Random): readonly [Buffer, Buffer, Buffer] {
  const [first = 0, second = 0] = [random(bytes.length + 1), random(bytes.length + 1)].sort(
    (a, b) => a - b,
  );
  const end = Math.min(second, first + 64);
  return [bytes.subarray(0, first), bytes.subarray(first, end), bytes.subarray(end)];
}

const noise = (length: number, random: Random): Buffer =>
  Buffer.from(Array.from({ length }, () => random(256)));

/** Damage to the bytes of a file of any kind. */
export const byteDamages: readonly Damage[] = [
  {
    name: 'a bit flipped',
    change: (bytes, random) => {
      const copy = Buffer.from(bytes);
      const at = random(bytes.length);
      copy.writeUInt8(copy.readUInt8(at) ^ (1 << random(8)), at);
      return copy;
    },
  },
  {
    name: 'cut off',
    change: (bytes, random) => bytes.subarray(0, random(bytes.length)),
  },
  {
    name: 'bytes lost',
    change: (bytes, random) => {
      const [before, , after] = cut(bytes, random);
      return Buffer.concat([before, after]);
    },
  },
  {
    name: 'bytes twice',
    change: (bytes, random) => {
      const [before, middle, after] = cut(bytes, random);
      return Buffer.concat([before, middle, middle, after]);
    },
  },
  {
    name: 'bytes overwritten',
    change: (bytes, random) => {
      const [before, middle, after] = cut(bytes, random);
      return Buffer.concat([before, noise(middle.length, random), after]);
    },
  },
  {
    name: 'zeros for bytes',
    change: (bytes, random) => {
      const [before, middle, after] = cut(bytes, random);
      return Buffer.concat([before, Buffer.alloc(middle.length), after]);
    },
  },
  {
    name: 'bytes added at the end',
    change: (bytes, random) => Buffer.concat([bytes, noise(1 + random(32), random)]),
  },
  {
    name: 'two parts swapped',
    change: (bytes, random) => {
      const [before, middle, after] = cut(bytes, random);
      return Buffer.concat([middle, before, after]);
    },
  },
];

/** Values that stand where others should. */
const oddities = [
  'null',
  'true',
  '-1',
  '0.5',
  '1e300',
  '1e999',
  '9007199254740993',
  '""',
  '"../../etc/passwd"',
  '[]',
  '{}',
  '[[[]]]',
  '{ "__proto__": { "polluted": 1 } }',
  '{ "constructor": 1 }',
  '{ "length": 1e9 }',
];

const member = /"(?:[^"\\]|\\.)*": (?:"(?:[^"\\]|\\.)*"|-?[\d.e+]+|true|false|null)/g;

/** Damage to one member of a JSON text, which stays JSON. @param write The new text of a member. */
function memberDamage(
  name: string,
  write: (key: string, value: string, random: Random) => string,
): Damage {
  return {
    name,
    change: (bytes, random) => {
      const text = bytes.toString();
      const members = [...text.matchAll(member)];
      const one = members[random(members.length)];
      if (!one) return Buffer.alloc(0);
      const [found] = one;
      const split = found.indexOf('": ') + 1;
      const written = write(found.slice(0, split), found.slice(split + 2), random);
      return Buffer.from(text.slice(0, one.index) + written + text.slice(one.index + found.length));
    },
  };
}

/** Damage to JSON texts that leaves JSON. */
export const jsonDamages: readonly Damage[] = [
  memberDamage('a value of another kind', (key, _, random) => {
    return `${key}: ${oddities[random(oddities.length)] ?? 'null'}`;
  }),
  memberDamage('a key renamed', (key, value) => `${key.slice(0, -1)}x": ${value}`),
  memberDamage('a key twice', (key, value) => `${key}: ${value}, ${key}: ${value}`),
  memberDamage('a key of JavaScript', (_, value) => `"__proto__": ${value}`),
  {
    name: 'another text',
    change: (_, random) => Buffer.from(oddities[random(oddities.length)] ?? ''),
  },
];
