/** Shares of a whole; all 0 where there is none. */
function shares(counts: readonly number[]): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (total === 0 ? 0 : count / total));
}

/** Kullback–Leibler divergence of p from q in nats, Σ pₖ log(pₖ / qₖ). @param q Counts or shares, as p; above 0 where p is. */
export function divergence(p: readonly number[], q: readonly number[]): number {
  const [first, second] = [shares(p), shares(q)];
  return first.reduce(
    (sum, share, k) => (share === 0 ? sum : sum + share * Math.log(share / (second[k] ?? 0))),
    0,
  );
}

/** Jensen–Shannon divergence in nats: the mean divergence of both from their mean. Between 0 and log 2. */
export function jensenShannon(p: readonly number[], q: readonly number[]): number {
  const [first, second] = [shares(p), shares(q)];
  const mean = first.map((share, k) => (share + (second[k] ?? 0)) / 2);
  return (divergence(first, mean) + divergence(second, mean)) / 2;
}

/** Total variation: half the sum of differences of shares. Between 0 and 1. */
export function totalVariation(p: readonly number[], q: readonly number[]): number {
  const [first, second] = [shares(p), shares(q)];
  return first.reduce((sum, share, k) => sum + Math.abs(share - (second[k] ?? 0)), 0) / 2;
}
