/** Kinds of state tensors by their names. */

/** Weights of a network, what optimizers keep, averages, or a number that a loss keeps; undefined for what lasts one update. */
export function isStateOf(
  name: string,
  networks: readonly string[],
): 'weight' | 'slot' | 'average' | 'number' | undefined {
  const [first = ''] = name.split('/');
  if (networks.includes(first)) return 'weight';
  if (first === 'optimizer') return 'slot';
  if (first === 'ema') return 'average';
  return first === 'accumulated' || first === 'anchor' ? undefined : 'number';
}
