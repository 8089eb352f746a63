/** One list of cases for every kernel, shared by the tests of gradients, passes and engines. */
import type { AnyKernelNode, KernelGraph } from '../../src/ir/kernelGraph.js';
import { kernels, type KernelName } from '../../src/ir/kernels.js';
import { sizeOf } from '../../src/ir/tensorType.js';
import type { CaseInput, CasesOf, KernelCase } from './cases/case.js';
import { contractionCases } from './cases/contraction.js';
import { elementwiseCases } from './cases/elementwise.js';
import { layoutCases } from './cases/layout.js';
import { interpretKernel } from '../../src/oracle/interpret.js';
import { randomNumbers } from './random.js';
import type { Values } from '../../src/oracle/values.js';

export type { KernelCase } from './cases/case.js';

/** A kernel without cases does not compile. */
const table: { readonly [K in KernelName]: CasesOf<K> } = {
  ...elementwiseCases,
  ...layoutCases,
  ...contractionCases,
};

/** Every case, with the kernel it belongs to. */
export const kernelCases: readonly KernelCase[] = Object.entries(table).flatMap(([kernel, cases]) =>
  // The table pairs every kernel with cases of its own; Object.entries forgets the pairing.
  cases.map((one) => ({ kernel, ...one }) as KernelCase),
);

/** A title such as `Tile float32[2,3] {"reps":[2,1]}`, different for every case. */
export function caseTitle({ kernel, inputs, attributes }: KernelCase): string {
  const types = inputs.map(({ dtype, shape }) => `${dtype}[${shape.join(',')}]`);
  const options = Object.keys(attributes).length > 0 ? [JSON.stringify(attributes)] : [];
  return [kernel, ...types, ...options].join(' ');
}

/** Names of the inputs: those that the kernel declares, or `x0`, `x1`, … where it takes any number. */
export function caseInputNames({ kernel, inputs }: KernelCase): readonly string[] {
  const declared = kernels[kernel].inputs;
  return declared === 'variadic' ? inputs.map((_, index) => `x${index}`) : declared;
}

/** Numbers for every input, exact in float32 and the same at every call. */
export function caseFeeds(one: KernelCase): ReadonlyMap<string, Float64Array> {
  const seed = Buffer.from(caseTitle(one)).reduce((hash, byte) => (hash * 31 + byte) >>> 0, 7);
  const next = randomNumbers(seed);
  const names = caseInputNames(one);
  return new Map(one.inputs.map((input, index) => [names[index] ?? '', draw(input, next)]));
}

/** A graph of the one kernel: its inputs as feeds, its output as result `y`. */
export function caseGraph(one: KernelCase): KernelGraph {
  const names = caseInputNames(one);
  const feeds = caseFeeds(one);
  const inputs: Values[] = one.inputs.map(({ dtype, shape }, index) => ({
    dtype,
    shape,
    data: feeds.get(names[index] ?? '') ?? new Float64Array(),
  }));
  const { dtype, shape } = interpretKernel(one.kernel, inputs, one.attributes);
  const output = inputs.length;
  return {
    name: caseTitle(one),
    types: [
      ...inputs.map((input) => ({ dtype: input.dtype, shape: input.shape })),
      { dtype, shape },
    ],
    inputs: names.map((name, value) => ({ name, value, kind: 'feed' })),
    constants: [],
    // The case pairs the kernel with its attributes, as the node does.
    nodes: [
      {
        kernel: one.kernel,
        inputs: inputs.map((_, value) => value),
        attributes: one.attributes,
        output,
        origin: '',
      } as AnyKernelNode,
    ],
    outputs: [{ name: 'y', value: output, kind: 'result' }],
  };
}

function draw({ dtype, shape, range, avoid }: CaseInput, next: () => number): Float64Array {
  const [low, high] = range;
  return Float64Array.from({ length: sizeOf(shape) }, () => {
    if (dtype !== 'float32') return low + Math.floor(next() * (high - low + 1));
    for (;;) {
      const value = Math.fround(low + next() * (high - low));
      if (avoid.every((kink) => Math.abs(value - kink) > 0.02)) return value;
    }
  });
}
