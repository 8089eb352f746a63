/** Records calls: each result is an input of the graph under recording. */
import type { ValueId } from '../../ir/kernelGraph.js';
import type { Shape } from '../../ir/tensorType.js';
import type { ResolvedNetwork } from '../../language/resolvedGan.js';
import type { Tensor } from '../../tf.js';
import type { Recorder } from '../../trace/record.js';
import type { NetworkInputs, NetworkPass, PassOptions } from '../networkPass.js';
import type { Callee, GraphCall } from './outline.js';

export class CallRecorder {
  readonly calls: GraphCall[] = [];

  constructor(private readonly recorder: Recorder) {}

  /** A pass of a network. */
  network(network: ResolvedNetwork, inputs: NetworkInputs, options: PassOptions): NetworkPass {
    const { prefix = '', part, updateStatistics } = options;
    const callee = {
      kind: 'network',
      network: network.role,
      prefix,
      part,
      updates: updateStatistics,
    } as const;
    const isTold = network.layers.some((layer) => layer.inputs.includes('labels'));
    const operands = isTold && inputs.labels ? [inputs.input, inputs.labels] : [inputs.input];
    const result = this.#call(callee, operands);
    const [rows = 1] = inputs.input.shape;
    const shapeOf = (name: string): Shape =>
      network.layers.find((layer) => layer.name === name)?.outputShape ?? network.outputShape;
    return {
      output: result('output', [rows, ...network.outputShape]),
      layer: (name) =>
        name === network.output
          ? result('output', [rows, ...network.outputShape])
          : result(name, [rows, ...shapeOf(name)]),
    };
  }

  /** ∂ (Σ y) / ∂ x. */
  gradient(y: Tensor, x: Tensor): Tensor {
    return this.#call({ kind: 'gradient' }, [y, x])('output', x.shape);
  }

  /** Augmented images. */
  augment(images: Tensor, { prefix = '', part }: PassOptions): Tensor {
    return this.#call({ kind: 'augment', prefix, part }, [images])('output', images.shape);
  }

  /** A scalar that a function computes. */
  term(name: string, operands: readonly Tensor[]): Tensor {
    return this.#call({ kind: 'function', name }, operands)('output', []);
  }

  #call(callee: Callee, operands: readonly Tensor[]): (name: string, shape: Shape) => Tensor {
    const { recorder } = this;
    const outputs: { readonly name: string; readonly value: ValueId }[] = [];
    const place = this.calls.push({
      callee,
      inputs: operands.map((operand) => recorder.valueOf(operand)),
      outputs,
      after: recorder.nodes.length,
      origin: recorder.origin,
    });
    return (name, shape) => {
      const known = outputs.find((output) => output.name === name);
      if (known) return recorder.tensorOf(known.value);
      const tensor = recorder.input(`call ${place}: ${name}`, { dtype: 'float32', shape }, 'feed');
      outputs.push({ name, value: recorder.valueOf(tensor) });
      return tensor;
    };
  }
}
