/** The tensors of a training step: samples and their scores, each recorded when it is first asked for. */
import type { Player } from '../entries/player.js';
import type { Scores } from '../entries/termContext.js';
import { tf, type Tensor } from '../tf.js';
import { applyNetwork } from './network.js';
import type { NetworkPass, PassOptions } from './networkPass.js';
import {
  codesOf,
  fakeLabels,
  generate,
  latentVectors,
  realBatch,
  realLabels,
  withCodes,
  type Code,
} from './samples.js';
import { packed, scoreSamples, type NoiseOf, type ScoredPass } from './scoring.js';
import type { StepContext } from './stepContext.js';

/** The source of samples: the data set or the generator. */
export type SampleSource = 'real' | 'fake';

export class StepTensors {
  readonly #codes: readonly Code[];
  readonly #made = new Map<string, unknown>();

  constructor(private readonly context: StepContext) {
    this.#codes = codesOf(context);
  }

  /** Latent vectors `[batch, dim]`, without codes. */
  get latent(): Tensor {
    return latentVectors(this.context);
  }

  get codes(): readonly Code[] {
    return this.#codes;
  }

  /** The generator's pass. In steps that do not train it, its running statistics stay and no gradient flows into it. */
  get generated(): NetworkPass {
    return this.#once('generated', () => {
      const options = trainingPass(this.context, 'generator');
      const pass = this.#generate(this.latent, options);
      if (this.context.trains.includes('generator')) return pass;
      return { ...pass, output: this.context.scope.recorder.stopGradient(pass.output) };
    });
  }

  /** Classes one-hot, where the GAN has classes. */
  labels(source: SampleSource): Tensor | undefined {
    return this.#once(`labels/${source}`, () =>
      source === 'real' ? realLabels(this.context) : fakeLabels(this.context),
    );
  }

  /** Packed samples, as the discriminator takes them. */
  samples(source: SampleSource): Tensor {
    return this.#once(`samples/${source}`, () =>
      packed(this.context, source === 'real' ? realBatch(this.context) : this.generated.output),
    );
  }

  /** The discriminator's pass over real or generated samples. */
  scored(source: SampleSource): ScoredPass {
    const { training } = this.context.resolved.spec;
    return training.scoring === 'together' ? this.#together(source) : this.#apart(source);
  }

  /** The discriminator's scores of both; neither is recorded before it is read. */
  get scores(): Scores {
    const scored = (source: SampleSource): Tensor => this.scored(source).scores;
    return {
      get real() {
        return scored('real');
      },
      get fake() {
        return scored('fake');
      },
    };
  }

  /**
   * Scores of a penalty's own samples. They get the same instance noise as the real or generated samples, so that they
   * differ from those only by the penalty's change.
   * @param prefix First part of the names of other random inputs.
   */
  scoresOf(samples: Tensor, source: SampleSource, prefix: string): Tensor {
    const options = { training: true, updateStatistics: false, prefix };
    const noise = this.#randomOf(source);
    return scoreSamples(this.context, samples, this.labels(source), options, noise).scores;
  }

  /** Samples from a penalty's own latent vectors `[batch, dim]`. @param prefix First part of the names of random inputs. */
  samplesOf(latent: Tensor, prefix: string): Tensor {
    const options = { training: true, updateStatistics: false, prefix };
    return packed(this.context, this.#generate(latent, options).output);
  }

  /** The recognition network's output for the generated samples. */
  recognized(features: string): Tensor | undefined {
    const { scope, registry, resolved } = this.context;
    const { recognition } = resolved.networks;
    if (!recognition) return undefined;
    const input = this.scored('fake').layer(features);
    const options = trainingPass(this.context, recognition.optimizer);
    return applyNetwork(scope, registry, recognition, { input }, options).output;
  }

  /** The generator's pass over latent vectors, with the codes and the classes of this step. */
  #generate(latent: Tensor, options: PassOptions): NetworkPass {
    const input = withCodes(latent, this.codes);
    return generate(this.context, input, this.labels('fake'), options);
  }

  /** A pass for each, so that batch statistics do not mix real and generated samples. */
  #apart(source: SampleSource): ScoredPass {
    return this.#once(`scored/${source}`, () => {
      const base = trainingPass(this.context, 'discriminator');
      const options: PassOptions = { ...base, ...this.#randomOf(source) };
      return scoreSamples(this.context, this.samples(source), this.labels(source), options);
    });
  }

  /** Names and shares of the random inputs of the step's own passes over the discriminator. */
  #randomOf(source: SampleSource): NoiseOf {
    const { resolved, trains } = this.context;
    const areShared =
      trains.includes('discriminator') || resolved.spec.training.scoring === 'together';
    if (areShared) return { part: { index: source === 'real' ? 0 : 1, count: 2 } };
    // With only the generator trained, few losses need real scores, whose pass then has random inputs of its own.
    return source === 'real' ? { prefix: 'real/' } : {};
  }

  /** The part of one pass over real samples followed by generated ones. */
  #together(source: SampleSource): ScoredPass {
    const both = this.#once('scored', () => {
      const samples = tf.concat([this.samples('real'), this.samples('fake')], 0);
      const [real, fake] = [this.labels('real'), this.labels('fake')];
      const labels = real && fake && tf.concat([real, fake], 0);
      const options = trainingPass(this.context, 'discriminator');
      return scoreSamples(this.context, samples, labels, options);
    });
    const share = (whole: Tensor): Tensor => {
      const [rows = 0, ...rest] = whole.shape;
      const begin = [source === 'real' ? 0 : rows / 2, ...rest.map(() => 0)];
      return tf.slice(whole, begin, [rows / 2, ...rest]);
    };
    return this.#once(`scored/${source}`, () => ({
      scores: share(both.scores),
      layer: (name) => share(both.layer(name)),
    }));
  }

  #once<T>(key: string, make: () => T): T {
    if (!this.#made.has(key)) this.#made.set(key, make());
    // Each key has one maker, and so one type.
    return this.#made.get(key) as T;
  }
}

/**
 * Options of the step's own pass over a network of a player. Where the step trains it, running statistics move with each
 * batch, singular vectors with each update.
 */
function trainingPass({ trains, accumulates }: StepContext, player: Player): PassOptions {
  const isTrained = trains.includes(player);
  return {
    training: true,
    updateStatistics: isTrained,
    updateVectors: isTrained && !accumulates,
  };
}
