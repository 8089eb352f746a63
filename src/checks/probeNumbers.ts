import { drawInto } from '../random/draw.js';

/** Numbers for checks, uniform in [low, high); the same name gives the same numbers. */
export function probeNumbers(
  count: number,
  name: string,
  low: number,
  high: number,
): Float32Array<ArrayBuffer> {
  const numbers = new Float32Array(count);
  const at = { seed: 1, stream: `battery/${name}`, step: 0 };
  drawInto(numbers, { kind: 'uniform', low, high }, [count], at);
  return numbers;
}
