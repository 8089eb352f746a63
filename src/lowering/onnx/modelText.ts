/** The lowered model as text for people. */
import type { KernelGraph } from '../../ir/kernelGraph.js';
import { typeText } from '../../ir/tensorType.js';
import { lowerToOnnx } from './lowerToOnnx.js';
import type { OnnxAttribute, OnnxInitializer, OnnxNode, OnnxTensorInfo } from './onnxModel.js';

/**
 * One line for each input, initializer, node and output of the model that the onnx engine runs:
 * `%3 = MatMul(%1, generator/dense_0/kernel)  # /generator/layers/0`.
 */
export function modelText(graph: KernelGraph): string {
  const model = lowerToOnnx(graph);
  const names = graph.outputs.map(({ name, kind }, at) => {
    return `${kind} ${name} = ${model.outputs[at]?.name ?? ''}`;
  });
  const lines = [
    `model ${model.name}`,
    ...model.inputs.map((input) => `input ${tensorText(input)}`),
    ...model.initializers.map(initializerText),
    ...model.nodes.map(nodeText),
    ...names,
  ];
  return lines.join('\n') + '\n';
}

function tensorText({ name, dtype, shape }: OnnxTensorInfo): string {
  const type = dtype === 'int64' ? `i64[${shape.join(',')}]` : typeText({ dtype, shape });
  return `${name}: ${type}`;
}

/** Longer initializers are given by their type alone. */
const shownNumbers = 8;

function initializerText(initializer: OnnxInitializer): string {
  const { data } = initializer;
  const numbers = data.length <= shownNumbers ? ` = [${data.join(',')}]` : '';
  return `initializer ${tensorText(initializer)}${numbers}`;
}

function nodeText({ opType, inputs, outputs, attributes, origin }: OnnxNode): string {
  const settings = Object.entries(attributes).map(
    ([name, value]) => ` ${name}=${attributeText(value)}`,
  );
  const from = origin === '' ? '' : `  # ${origin}`;
  return `${outputs.join(', ')} = ${opType}(${inputs.join(', ')})${settings.join('')}${from}`;
}

function attributeText(value: OnnxAttribute): string {
  if ('ints' in value) return `[${value.ints.join(',')}]`;
  return String('i' in value ? value.i : value.f);
}
