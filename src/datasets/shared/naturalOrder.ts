/** Runs of digits, and of other characters. */
const runs = /\d+|\D+/g;

/**
 * Order of names as people count: `2` before `10`, `c2` before `c10`; letters by code units, independent of the machine's
 * locale.
 */
export function naturalOrder(a: string, b: string): number {
  const [left, right] = [a.match(runs) ?? [], b.match(runs) ?? []];
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i++) {
    const order = runOrder(left[i] ?? '', right[i] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length || textOrder(a, b);
}

function runOrder(a: string, b: string): number {
  if (!/^\d/.test(a) || !/^\d/.test(b)) return textOrder(a, b);
  // Digits as text, since a long run may be beyond the numbers that are exact.
  const [left, right] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return left.length - right.length || textOrder(left, right);
}

function textOrder(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
