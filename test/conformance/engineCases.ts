/** Kernel cases beyond those of the oracle: sizes and options at which an engine takes another way. */
import { real, whole } from '../oracle/cases/case.js';
import type { KernelCase } from '../oracle/kernelCases.js';

const tall = [{ axis: [0] }, { axis: [0, 1] }, { axis: [0, 1], keepDims: true }];

/** Sums over many leading rows. */
const reductions = tall.flatMap(({ axis, keepDims = false }): KernelCase[] => {
  const attributes = { axis, keepDims };
  return [
    { kernel: 'Sum', inputs: [real([30, 20, 3])], attributes },
    { kernel: 'Mean', inputs: [real([80, 9, 2], [0, 1])], attributes },
    { kernel: 'Max', inputs: [real([80, 5, 2])], attributes },
    { kernel: 'Sum', inputs: [whole([80, 3, 2])], attributes },
  ];
});

const alphas = [-0.5, 1, 1.5];

/** Slopes that are no leak, and whole numbers. */
const steps = [
  ...alphas.map((alpha): KernelCase => ({
    kernel: 'Step',
    inputs: [real([40])],
    attributes: { alpha },
  })),
  { kernel: 'Step', inputs: [whole([20])], attributes: { alpha: 0 } },
  {
    kernel: 'ClipByValue',
    inputs: [whole([20])],
    attributes: { clipValueMin: -1, clipValueMax: 2 },
  },
] satisfies KernelCase[];

/** Small arguments, whose results must keep their digits. */
const small = [
  { kernel: 'Expm1', inputs: [real([50], [-1e-4, 1e-4])], attributes: {} },
  { kernel: 'Log1p', inputs: [real([50], [-1e-4, 1e-4])], attributes: {} },
  { kernel: 'Log1p', inputs: [real([60], [-0.99, 50])], attributes: {} },
  { kernel: 'Tanh', inputs: [real([50], [-12, 12])], attributes: {} },
  { kernel: 'Sigmoid', inputs: [real([50], [-15, 15])], attributes: {} },
  { kernel: 'Softplus', inputs: [real([50], [-30, 30])], attributes: {} },
  { kernel: 'Exp', inputs: [real([50], [-20, 20])], attributes: {} },
] satisfies KernelCase[];

export const engineCases: readonly KernelCase[] = [...reductions, ...steps, ...small];
