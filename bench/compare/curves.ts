/** Curves: the time of a step of DCGANs that differ in one number. */
import type { Workload } from './workloads.js';

/** What all points have that do not say otherwise. */
export const base = { batch: 64, filters: 32, size: 32, depth: 1 };

/** One number of the workload, and its values. */
export interface Curve {
  readonly title: string;
  readonly varies: keyof typeof base;
  readonly values: readonly number[];
}

export const curves: readonly Curve[] = [
  { title: 'Batch', varies: 'batch', values: [8, 32, 64, 128, 256] },
  { title: 'Filters of the layer next to the image', varies: 'filters', values: [8, 16, 32, 64] },
  { title: 'Height and width', varies: 'size', values: [16, 32, 64, 128] },
  { title: 'Convolutions at each size', varies: 'depth', values: [1, 2, 3, 4] },
];

/** The point of a curve. */
export function workloadAt({ varies }: Curve, value: number): Workload {
  const numbers: Readonly<typeof base> = { ...base, [varies]: value };
  const { batch, filters, size, depth } = numbers;
  return {
    name: `dcgan-${size}-filters-${filters}-depth-${depth}-${batch}`,
    network: 'dcgan',
    parameters: { size, channels: 3, filters, depth },
    title: 'DCGAN',
    batch,
    target: {},
  };
}

/** All points, each once: those of all curves meet at the base. */
export function curvePoints(): readonly Workload[] {
  const points = curves.flatMap((curve) => curve.values.map((value) => workloadAt(curve, value)));
  return [...new Map(points.map((point) => [point.name, point])).values()];
}
