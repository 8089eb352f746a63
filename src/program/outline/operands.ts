/** The tensors of a step as operands of a function that is recorded alone. */
import type { ValueId } from '../../ir/kernelGraph.js';
import type { Shape } from '../../ir/tensorType.js';
import type { ResolvedNetwork } from '../../language/resolvedGan.js';
import type { Tensor } from '../../tf.js';
import type { NetworkPass } from '../networkPass.js';
import type { Code } from '../samples.js';
import type { ScoredPass } from '../scoring.js';
import type { StepContext } from '../stepContext.js';
import { StepTensors, type SampleSource } from '../stepTensors.js';

/** An operand that a function has asked for, and the same tensor in a step. */
export interface StepOperand {
  readonly name: string;
  readonly value: ValueId;
  readonly of: (tensors: StepTensors) => Tensor;
}

/** Declares an operand for each tensor of a step that is asked for. */
export class OperandTensors extends StepTensors {
  readonly operands: StepOperand[] = [];
  readonly #declared = new Map<string, Tensor>();

  constructor(private readonly own: StepContext) {
    super(own);
  }

  override get latent(): Tensor {
    const { latent, training } = this.own.resolved.spec;
    return this.#operand('latent', [training.batchSize, latent.dim], ({ latent: own }) => own);
  }

  override get codes(): readonly Code[] {
    return super.codes.map(({ tensor, ...code }, at) => ({
      ...code,
      tensor: this.#operand(`code_${at}`, tensor.shape, (tensors) => {
        const found = tensors.codes[at];
        return found ? found.tensor : tensor;
      }),
    }));
  }

  override get generated(): NetworkPass {
    return this.#pass(
      'generated',
      this.own.resolved.networks.generator,
      this.own.resolved.spec.training.batchSize,
      (tensors) => tensors.generated,
    );
  }

  override labels(source: SampleSource): Tensor | undefined {
    const { classes, spec } = this.own.resolved;
    if (classes === null) return undefined;
    const name = source === 'real' ? 'real_labels' : 'labels';
    return this.#operand(name, [spec.training.batchSize, classes], (tensors) => {
      const labels = tensors.labels(source);
      return labels ?? tensors.latent;
    });
  }

  override samples(source: SampleSource): Tensor {
    const shape = [this.#rows, ...this.own.resolved.networks.discriminator.inputShape];
    return this.#operand(source, shape, (tensors) => tensors.samples(source));
  }

  override scored(source: SampleSource): ScoredPass {
    const { discriminator } = this.own.resolved.networks;
    const pass = this.#pass(source, discriminator, this.#rows, (tensors) => ({
      output: tensors.scored(source).scores,
      layer: (name) => tensors.scored(source).layer(name),
    }));
    const scores = this.#lazily(
      `${source}_scores`,
      [this.#rows, 1],
      (tensors) => tensors.scored(source).scores,
    );
    return {
      get scores() {
        return scores();
      },
      layer: pass.layer,
    };
  }

  override recognized(features: string): Tensor | undefined {
    const { recognition } = this.own.resolved.networks;
    if (!recognition) return undefined;
    const shape = [this.#rows, ...recognition.outputShape];
    return this.#operand('recognized', shape, (tensors) => {
      const found = tensors.recognized(features);
      return found ?? tensors.latent;
    });
  }

  get #rows(): number {
    const { batchSize, packing } = this.own.resolved.spec.training;
    return batchSize / packing;
  }

  #pass(
    stem: string,
    network: ResolvedNetwork,
    rows: number,
    of: (tensors: StepTensors) => NetworkPass,
  ): NetworkPass {
    const output = this.#lazily(
      stem,
      [rows, ...network.outputShape],
      (tensors) => of(tensors).output,
    );
    return {
      get output() {
        return output();
      },
      layer: (name) => {
        const found = network.layers.find((layer) => layer.name === name);
        const shape = [rows, ...(found?.outputShape ?? network.outputShape)];
        return this.#operand(`${stem}_${name}`, shape, (tensors) => of(tensors).layer(name));
      },
    };
  }

  #lazily(name: string, shape: Shape, of: StepOperand['of']): () => Tensor {
    return () => this.#operand(name, shape, of);
  }

  #operand(name: string, shape: Shape, of: StepOperand['of']): Tensor {
    const known = this.#declared.get(name);
    if (known) return known;
    const { recorder } = this.own.scope;
    const tensor = recorder.input(`operand ${name}`, { dtype: 'float32', shape }, 'feed');
    this.#declared.set(name, tensor);
    this.operands.push({ name, value: recorder.valueOf(tensor), of });
    return tensor;
  }
}
