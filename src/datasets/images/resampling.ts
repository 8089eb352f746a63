/** For each output position along an axis, input positions with weights that sum to 1. */
export type ResamplingWeights = readonly (readonly {
  readonly index: number;
  readonly weight: number;
}[])[];

/**
 * Weights that resample one axis. Shrinking averages areas: output j is the mean over [j·s, (j + 1)·s), s = from/to, with
 * each input position weighted by its overlap. Enlarging interpolates linearly between the two nearest centres at
 * x = (j + ½)·s − ½, clamped to the axis.
 */
export function resampling(from: number, to: number): ResamplingWeights {
  const scale = from / to;
  return Array.from({ length: to }, (_, j) =>
    scale > 1 ? area(j, scale) : linear(j, scale, from),
  );
}

function area(j: number, scale: number): ResamplingWeights[number] {
  const start = j * scale;
  const end = start + scale;
  const first = Math.floor(start);
  // The tolerance excludes positions that overlap only by rounding.
  const count = Math.ceil(end - 1e-9) - first;
  return Array.from({ length: count }, (_, k) => {
    const index = first + k;
    const overlap = Math.min(end, index + 1) - Math.max(start, index);
    return { index, weight: overlap / scale };
  });
}

function linear(j: number, scale: number, from: number): ResamplingWeights[number] {
  const x = Math.min(Math.max((j + 0.5) * scale - 0.5, 0), from - 1);
  const index = Math.floor(x);
  const weight = x - index;
  return weight === 0
    ? [{ index, weight: 1 }]
    : [
        { index, weight: 1 - weight },
        { index: index + 1, weight },
      ];
}
