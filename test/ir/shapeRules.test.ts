import { describe, expect, it } from 'vitest';
import { InternalError } from '../../src/diagnostics/errors.js';
import { kernelNames, type KernelName, type Kernels } from '../../src/ir/kernels.js';
import { inferType, shapeRules } from '../../src/ir/shapeRules/shapeRules.js';
import { typeText, type DType, type Shape, type TensorType } from '../../src/ir/tensorType.js';
import { interpretKernel } from '../../src/oracle/interpret.js';
import { caseFeeds, caseInputNames, caseTitle, kernelCases } from '../oracle/kernelCases.js';

const f32 = (...shape: Shape): TensorType => ({ dtype: 'float32', shape });
const i32 = (...shape: Shape): TensorType => ({ dtype: 'int32', shape });
const bool = (...shape: Shape): TensorType => ({ dtype: 'bool', shape });

/** A kernel with the types of its inputs. */
interface Call<K extends KernelName> {
  readonly kernel: K;
  readonly inputs: readonly TensorType[];
  readonly attributes: Kernels[K]['attributes'];
}

function call<K extends KernelName>(
  kernel: K,
  inputs: readonly TensorType[],
  attributes: Kernels[K]['attributes'],
): Call<K> {
  return { kernel, inputs, attributes };
}

const same = {
  strides: [2, 2],
  padding: [
    [1, 2],
    [1, 2],
  ],
} as const;

describe('inferType', () => {
  it.each([
    [call('Add', [f32(2, 1), f32(3)], {}), f32(2, 3)],
    [call('Multiply', [i32(2), i32()], {}), i32(2)],
    [call('Greater', [f32(2), f32(1)], {}), bool(2)],
    [call('Equal', [bool(2), bool(2)], {}), bool(2)],
    [call('LogicalNot', [bool(2)], {}), bool(2)],
    [call('Cast', [bool(2)], { dtype: 'float32' }), f32(2)],
    [call('Select', [bool(2), f32(2), f32(2)], {}), f32(2)],
    [call('Reshape', [f32(2, 6)], { shape: [3, 4] }), f32(3, 4)],
    [call('Transpose', [f32(2, 3, 4)], { perm: [2, 0, 1] }), f32(4, 2, 3)],
    [call('BroadcastTo', [f32(3, 1)], { shape: [2, 3, 4] }), f32(2, 3, 4)],
    [call('Tile', [f32(2, 3)], { reps: [1, 2] }), f32(2, 6)],
    [
      call('PadV2', [f32(2, 3)], {
        paddings: [
          [1, 0],
          [0, 2],
        ],
        constantValue: 0,
      }),
      f32(3, 5),
    ],
    [call('Slice', [f32(4, 3)], { begin: [1, 0], size: [2, 3] }), f32(2, 3)],
    [call('Reverse', [f32(4, 3)], { dims: [0] }), f32(4, 3)],
    [call('Concat', [f32(2, 3), f32(2, 1), f32(2, 2)], { axis: 1 }), f32(2, 6)],
    [call('Sum', [f32(2, 3, 4)], { axis: [0, 2], keepDims: false }), f32(3)],
    [call('Mean', [f32(2, 3, 4)], { axis: [0, 2], keepDims: true }), f32(1, 3, 1)],
    [call('Max', [i32(2, 3)], { axis: [], keepDims: false }), i32(2, 3)],
    [
      call('BatchMatMul', [f32(4, 2), f32(5, 2)], { transposeA: false, transposeB: true }),
      f32(4, 5),
    ],
    [
      call('BatchMatMul', [f32(7, 2, 4), f32(1, 2, 5)], { transposeA: true, transposeB: false }),
      f32(7, 4, 5),
    ],
    [call('Conv2D', [f32(8, 28, 28, 1), f32(5, 5, 1, 64)], same), f32(8, 14, 14, 64)],
    [
      call('Conv2DBackpropInput', [f32(8, 14, 14, 64), f32(5, 5, 1, 64)], {
        ...same,
        inputShape: [8, 28, 28, 1],
      }),
      f32(8, 28, 28, 1),
    ],
    [
      call('Conv2DBackpropFilter', [f32(8, 28, 28, 1), f32(8, 14, 14, 64)], {
        ...same,
        filterShape: [5, 5, 1, 64],
      }),
      f32(5, 5, 1, 64),
    ],
    [call('UpSampleNearest', [f32(1, 2, 3, 4)], { factors: [2, 3] }), f32(1, 4, 9, 4)],
    [call('UpSampleNearestGrad', [f32(1, 4, 9, 4)], { factors: [2, 3] }), f32(1, 2, 3, 4)],
  ])('infers the type of $kernel', ({ kernel, inputs, attributes }, expected) => {
    expect(inferType(kernel, inputs, attributes)).toEqual(expected);
  });

  it.each([
    [
      call('Add', [f32(2), f32(3)], {}),
      "Add(f32[2], f32[3]): the operands' shapes do not broadcast",
    ],
    [call('Add', [f32(2), i32(2)], {}), 'Add(f32[2], i32[2]): the operands have different dtypes'],
    [
      call('Add', [bool(2), bool(2)], {}),
      'Add(bool[2], bool[2]): takes float32 or int32, got bool[2]',
    ],
    [call('RealDiv', [i32(), i32()], {}), 'RealDiv(i32[], i32[]): takes float32, got i32[]'],
    [call('Add', [f32(2)], {}), 'Add(f32[2]): takes 2 inputs, got 1'],
    [call('Exp', [f32(2), f32(2)], {}), 'Exp(f32[2], f32[2]): takes 1 input, got 2'],
    [call('Exp', [i32(2)], {}), 'Exp(i32[2]): takes float32, got i32[2]'],
    [
      call('ClipByValue', [f32(2)], { clipValueMin: 1, clipValueMax: 0 }),
      'ClipByValue(f32[2]): the lower bound 1 is above the upper bound 0',
    ],
    [call('Select', [bool(2), f32(2)], {}), 'Select(bool[2], f32[2]): takes 3 inputs, got 2'],
    [
      call('Select', [bool(2), f32(2), i32(2)], {}),
      'Select(bool[2], f32[2], i32[2]): the branches f32[2] and i32[2] have different dtypes',
    ],
    [
      call('Select', [bool(1), f32(2), f32(2)], {}),
      'Select(bool[1], f32[2], f32[2]): the three inputs must have one shape',
    ],
    [
      call('Reshape', [f32(2, 3)], { shape: [4] }),
      'Reshape(f32[2,3]): [4] has another number of elements',
    ],
    [
      call('Reshape', [f32(2, 3)], { shape: [-1] }),
      'Reshape(f32[2,3]): shape must be whole numbers of at least 0, got [-1]',
    ],
    [
      call('Transpose', [f32(2, 3)], { perm: [0, 0] }),
      'Transpose(f32[2,3]): perm [0,0] must name each of the 2 axes once',
    ],
    [
      call('BroadcastTo', [f32(2)], { shape: [3] }),
      'BroadcastTo(f32[2]): does not broadcast to [3]',
    ],
    [
      call('Tile', [f32(2)], { reps: [1, 2] }),
      'Tile(f32[2]): reps must have one entry per axis of [2], has 2',
    ],
    [
      call('Slice', [f32(4)], { begin: [3], size: [2] }),
      'Slice(f32[4]): begin [3] and size [2] reach beyond the input',
    ],
    [
      call('Concat', [f32(2, 3), f32(1, 3)], { axis: 1 }),
      'Concat(f32[2,3], f32[1,3]): the inputs must agree in dtype and in every axis but 1',
    ],
    [call('Concat', [], { axis: 0 }), 'Concat(): takes at least 1 input'],
    [
      call('Sum', [f32(2, 3)], { axis: [1, 0], keepDims: false }),
      'Sum(f32[2,3]): axis [1,0] must be sorted, distinct axes below 2',
    ],
    [
      call('Sum', [f32(2, 3)], { axis: [-1], keepDims: false }),
      'Sum(f32[2,3]): axis [-1] must be sorted, distinct axes below 2',
    ],
    [
      call('BatchMatMul', [f32(2), f32(2, 3)], { transposeA: false, transposeB: false }),
      'BatchMatMul(f32[2], f32[2,3]): a must have at least 2 axes, has shape [2]',
    ],
    [
      call('BatchMatMul', [f32(2, 3), f32(2, 3)], { transposeA: false, transposeB: false }),
      'BatchMatMul(f32[2,3], f32[2,3]): the inner sizes 3 and 2 differ',
    ],
    [
      call('BatchMatMul', [f32(2, 2, 3), f32(3, 3, 2)], { transposeA: false, transposeB: false }),
      'BatchMatMul(f32[2,2,3], f32[3,3,2]): the batch axes do not broadcast',
    ],
    [
      call('Conv2D', [f32(8, 28, 28, 2), f32(5, 5, 1, 64)], same),
      'Conv2D(f32[8,28,28,2], f32[5,5,1,64]): the image has 2 channels and the filter takes 1',
    ],
    [
      call('Conv2D', [f32(8, 1, 1, 1), f32(5, 5, 1, 64)], same),
      'Conv2D(f32[8,1,1,1], f32[5,5,1,64]): the filter is larger than the padded image',
    ],
    [
      call('Conv2D', [f32(8, 28, 28), f32(5, 5, 1, 64)], same),
      'Conv2D(f32[8,28,28], f32[5,5,1,64]): the image must have 4 axes, has shape [8,28,28]',
    ],
    [
      call('Conv2DBackpropInput', [f32(8, 7, 7, 64), f32(5, 5, 1, 64)], {
        ...same,
        inputShape: [8, 28, 28, 1],
      }),
      'Conv2DBackpropInput(f32[8,7,7,64], f32[5,5,1,64]): dy has shape [8,7,7,64] where the convolution gives [8,14,14,64]',
    ],
    [
      call('UpSampleNearestGrad', [f32(1, 3, 4, 1)], { factors: [2, 2] }),
      'UpSampleNearestGrad(f32[1,3,4,1]): height and width are no multiples of the factors [2,2]',
    ],
  ])('refuses $kernel where a precondition is violated', ({ kernel, inputs, attributes }, text) => {
    expect(() => inferType(kernel, inputs, attributes)).toThrow(new InternalError(text));
  });

  it.each(kernelCases.map((one) => [caseTitle(one), one] as const))(
    'agrees with the reference interpreter on %s',
    (_, one) => {
      const feeds = caseFeeds(one);
      const names = caseInputNames(one);
      const inputs = one.inputs.map(({ dtype, shape }, index) => ({
        dtype,
        shape,
        data: feeds.get(names[index] ?? '') ?? new Float64Array(),
      }));
      const expected = interpretKernel(one.kernel, inputs, one.attributes);
      const inferred = inferType(one.kernel, one.inputs, one.attributes);
      expect(typeText(inferred)).toBe(typeText(expected));
    },
  );
});

describe('kernelNames', () => {
  it('lists every kernel that has a shape rule', () => {
    expect(kernelNames.toSorted()).toEqual(Object.keys(shapeRules).toSorted());
  });
});

describe('typeText', () => {
  it.each([
    ['float32', [64, 28, 28, 1], 'f32[64,28,28,1]'],
    ['int32', [], 'i32[]'],
    ['bool', [3], 'bool[3]'],
  ] as const satisfies readonly (readonly [DType, Shape, string])[])(
    'prints %s of shape %j as %s',
    (dtype, shape, text) => {
      expect(typeText({ dtype, shape })).toBe(text);
    },
  );
});
