/** Linear interpolation of rows and columns. */

/** Weights of the source positions of one target position, from `first` on. */
interface Taps {
  readonly first: number;
  readonly weights: readonly number[];
}

/**
 * Resizes images `[count, height, width, channels]` to `[count, to.height, to.width, channels]`, with centres of pixels in
 * place (half-pixel centres, edges repeated); where it shrinks, each pixel is a mean weighted over its whole area
 * (antialiased), as Pillow and `torch.nn.functional.interpolate(mode="bilinear", antialias=True)` have it.
 */
export function resizeBilinear(
  images: Float32Array,
  [height, width, channels]: readonly [height: number, width: number, channels: number],
  to: { readonly height: number; readonly width: number },
): Float32Array {
  if (height === to.height && width === to.width) return images;
  const wide = alongAxis(
    images,
    { before: images.length / (width * channels), after: channels },
    width,
    to.width,
  );
  const inner = to.width * channels;
  return alongAxis(
    wide,
    { before: wide.length / (height * inner), after: inner },
    height,
    to.height,
  );
}

/** Resizes the middle axis of `[before, from, after]`. */
function alongAxis(
  values: Float32Array,
  { before, after }: { readonly before: number; readonly after: number },
  from: number,
  to: number,
): Float32Array {
  const taps = tapsOf(from, to);
  const out = new Float32Array(before * to * after);
  for (let block = 0; block < before; block += 1) {
    taps.forEach(({ first, weights }, target) => {
      const end = (block * to + target) * after;
      weights.forEach((weight, tap) => {
        const start = (block * from + first + tap) * after;
        for (let i = 0; i < after; i += 1) {
          out[end + i] = (out[end + i] ?? 0) + weight * (values[start + i] ?? 0);
        }
      });
    });
  }
  return out;
}

/** A triangle around each target's centre, as wide as the larger of the two distances between pixels. */
function tapsOf(from: number, to: number): readonly Taps[] {
  const scale = from / to;
  const radius = Math.max(scale, 1);
  return Array.from({ length: to }, (_, target) => {
    const centre = (target + 0.5) * scale;
    const first = Math.max(0, Math.floor(centre - radius + 0.5));
    const last = Math.min(from, Math.floor(centre + radius + 0.5));
    const raw = Array.from({ length: last - first }, (_tap, i) =>
      Math.max(0, 1 - Math.abs(first + i + 0.5 - centre) / radius),
    );
    const sum = raw.reduce((total, weight) => total + weight, 0);
    return { first, weights: raw.map((weight) => weight / sum) };
  });
}
