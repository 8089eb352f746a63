/** Which old places along an axis make up each new one, with weights that add up to 1. */
export type Taps = readonly (readonly { readonly index: number; readonly weight: number }[])[];

/**
 * Resamples one axis. Shrinking averages areas: new place j is the mean over [j·s, (j + 1)·s), s = from/to, where each
 * old place counts by the part of it that lies inside. Growing is linear between the two nearest centres:
 * x = (j + ½)·s − ½, kept within the axis.
 */
export function resampling(from: number, to: number): Taps {
  const scale = from / to;
  return Array.from({ length: to }, (_, j) =>
    scale > 1 ? area(j, scale) : linear(j, scale, from),
  );
}

function area(j: number, scale: number): Taps[number] {
  const start = j * scale;
  const end = start + scale;
  const first = Math.floor(start);
  // Rounding must not let in a place whose part is nothing.
  const count = Math.ceil(end - 1e-9) - first;
  return Array.from({ length: count }, (_, k) => {
    const index = first + k;
    const part = Math.min(end, index + 1) - Math.max(start, index);
    return { index, weight: part / scale };
  });
}

function linear(j: number, scale: number, from: number): Taps[number] {
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
