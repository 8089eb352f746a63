/** Structural similarity of images at several scales, one channel at a time. */

/** One channel of an image, row by row. */
export interface Plane {
  readonly height: number;
  readonly width: number;
  readonly values: Float64Array;
}

/** Weights of the scales, the finest first. */
const scaleWeights = [0.0448, 0.2856, 0.3001, 0.2363, 0.1333];
/** The window: a Gaussian of standard deviation 1.5. */
const windowSize = 11;
const windowWeights = normalized(
  Array.from({ length: windowSize }, (_, i) => Math.exp(-((i - 5) ** 2) / (2 * 1.5 ** 2))),
);

/** Number of scales at which a window fits; 0 for images smaller than a window. */
export function fittingScales(height: number, width: number): number {
  const side = Math.min(height, width);
  return scaleWeights.filter((_, scale) => Math.floor(side / 2 ** scale) >= windowSize).length;
}

/**
 * MS-SSIM of two planes: the product over scales of (contrast · structure)^w, at the coarsest with luminance as well; each
 * factor is a mean over all windows that lie inside, and 0 at least. Each scale halves the one before by means of 2 × 2.
 * Where fewer than five scales fit, the weights of those that do are scaled to a sum of 1.
 * @param range Difference of the largest and the smallest possible value.
 * @source Wang, Simoncelli & Bovik 2003, "Multiscale structural similarity for image quality assessment"
 */
export function multiScaleSimilarity(x: Plane, y: Plane, range: number): number {
  const scales = fittingScales(x.height, x.width);
  const weights = normalized(scaleWeights.slice(0, scales));
  let [product, a, b] = [1, x, y];
  weights.forEach((weight, scale) => {
    const isCoarsest = scale === scales - 1;
    product *= Math.max(0, meanSimilarity(a, b, range, isCoarsest)) ** weight;
    if (!isCoarsest) [a, b] = [halved(a), halved(b)];
  });
  return product;
}

/** Mean over windows of (2σ_xy + c₂) / (σ_x² + σ_y² + c₂), with luminance times (2μ_x μ_y + c₁) / (μ_x² + μ_y² + c₁). */
function meanSimilarity(x: Plane, y: Plane, range: number, withLuminance: boolean): number {
  const [c1, c2] = [(0.01 * range) ** 2, (0.03 * range) ** 2];
  const [meanX, meanY] = [blurred(x), blurred(y)];
  const [squareX, squareY, product] = [
    blurred(times(x, x)),
    blurred(times(y, y)),
    blurred(times(x, y)),
  ];
  let sum = 0;
  for (let i = 0; i < meanX.length; i++) {
    const [mx, my] = [meanX[i] ?? 0, meanY[i] ?? 0];
    const spread = (squareX[i] ?? 0) - mx * mx + (squareY[i] ?? 0) - my * my;
    const structure = (2 * ((product[i] ?? 0) - mx * my) + c2) / (spread + c2);
    const luminance = withLuminance ? (2 * mx * my + c1) / (mx * mx + my * my + c1) : 1;
    sum += structure * luminance;
  }
  return sum / meanX.length;
}

function times(x: Plane, y: Plane): Plane {
  return { ...x, values: x.values.map((value, i) => value * (y.values[i] ?? 0)) };
}

/** Means of the windows that lie inside, weighted by the Gaussian: first along rows, then along columns. */
function blurred({ height, width, values }: Plane): Float64Array {
  const [rows, columns] = [height - windowSize + 1, width - windowSize + 1];
  const along = new Float64Array(height * columns);
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      for (let k = 0; k < windowSize; k++) {
        sum += (windowWeights[k] ?? 0) * (values[i * width + j + k] ?? 0);
      }
      along[i * columns + j] = sum;
    }
  }
  const out = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      for (let k = 0; k < windowSize; k++) {
        sum += (windowWeights[k] ?? 0) * (along[(i + k) * columns + j] ?? 0);
      }
      out[i * columns + j] = sum;
    }
  }
  return out;
}

/** Means of 2 × 2 values; an odd last row or column is left out. */
function halved({ height, width, values }: Plane): Plane {
  const [rows, columns] = [Math.floor(height / 2), Math.floor(width / 2)];
  const out = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const at = 2 * i * width + 2 * j;
      const upper = (values[at] ?? 0) + (values[at + 1] ?? 0);
      out[i * columns + j] =
        (upper + (values[at + width] ?? 0) + (values[at + width + 1] ?? 0)) / 4;
    }
  }
  return { height: rows, width: columns, values: out };
}

function normalized(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
