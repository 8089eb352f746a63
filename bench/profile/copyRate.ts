/** The rate at which one thread copies memory that no cache holds: GB/s, read and written bytes together. */
export function copyRate(): number {
  const from = new Float64Array(2 ** 24).fill(1);
  const to = new Float64Array(from.length);
  let best = Infinity;
  for (let run = 0; run < 10; run += 1) {
    const start = performance.now();
    to.set(from);
    best = Math.min(best, performance.now() - start);
  }
  return (2 * from.byteLength) / best / 1e6;
}
