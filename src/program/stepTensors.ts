/** The tensors of a training step: samples and their scores, each recorded when it is first asked for. */
import type { Player } from '../entries/player.js';
import type { Scores } from '../entries/termContext.js';
import { tf, type Tensor } from '../tf.js';
import { applyNetwork, type Pass, type PassOptions } from './network.js';
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

/** Where samples come from. */
export type Origin = 'real' | 'fake';

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

  /** The generator's pass. Where it is not trained its running statistics stay and no gradient flows into it. */
  get generated(): Pass {
    return this.#once('generated', () => {
      const options = trainingPass(this.context, 'generator');
      const pass = this.#generate(this.latent, options);
      if (this.context.trains.includes('generator')) return pass;
      return { ...pass, output: this.context.scope.recorder.stopGradient(pass.output) };
    });
  }

  /** Classes one-hot, where the GAN has classes. */
  labels(origin: Origin): Tensor | undefined {
    return this.#once(`labels/${origin}`, () =>
      origin === 'real' ? realLabels(this.context) : fakeLabels(this.context),
    );
  }

  /** Samples as the discriminator takes them. */
  samples(origin: Origin): Tensor {
    return this.#once(`samples/${origin}`, () =>
      packed(this.context, origin === 'real' ? realBatch(this.context) : this.generated.output),
    );
  }

  /** The discriminator's pass over the samples of an origin. */
  scored(origin: Origin): ScoredPass {
    const { training } = this.context.resolved.spec;
    return training.scoring === 'together' ? this.#together(origin) : this.#apart(origin);
  }

  /** What the discriminator says of both; neither is computed before it is asked for. */
  get scores(): Scores {
    const scored = (origin: Origin): Tensor => this.scored(origin).scores;
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
   * Scores of other samples, made by a penalty. They get the instance noise of the samples of their origin, so that both
   * differ by what the penalty has done alone.
   * @param prefix Of its other random inputs.
   */
  scoresOf(samples: Tensor, origin: Origin, prefix: string): Tensor {
    const options = { training: true, updateStatistics: false, prefix };
    const noise = this.#randomOf(origin);
    return scoreSamples(this.context, samples, this.labels(origin), options, noise).scores;
  }

  /** Samples from other latent vectors `[batch, dim]`, made by a penalty. @param prefix Of its random inputs. */
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
  #generate(latent: Tensor, options: PassOptions): Pass {
    const input = withCodes(latent, this.#codes);
    return generate(this.context, input, this.labels('fake'), options);
  }

  /** Passes of their own, so that batch statistics never mix real and generated samples. */
  #apart(origin: Origin): ScoredPass {
    return this.#once(`scored/${origin}`, () => {
      const base = trainingPass(this.context, 'discriminator');
      const options: PassOptions = { ...base, ...this.#randomOf(origin) };
      return scoreSamples(this.context, this.samples(origin), this.labels(origin), options);
    });
  }

  /** What the samples of an origin take of the random inputs of the step's own passes over the discriminator. */
  #randomOf(origin: Origin): NoiseOf {
    const { resolved, trains } = this.context;
    const areShared =
      trains.includes('discriminator') || resolved.spec.training.scoring === 'together';
    if (areShared) return { part: { index: origin === 'real' ? 0 : 1, count: 2 } };
    // Where only the generator is trained, few losses compare with real samples: theirs is a pass of its own.
    return origin === 'real' ? { prefix: 'real/' } : {};
  }

  /** One pass over real samples, then generated ones. */
  #together(origin: Origin): ScoredPass {
    const both = this.#once('scored', () => {
      const samples = tf.concat([this.samples('real'), this.samples('fake')], 0);
      const [real, fake] = [this.labels('real'), this.labels('fake')];
      const labels = real && fake && tf.concat([real, fake], 0);
      const options = trainingPass(this.context, 'discriminator');
      return scoreSamples(this.context, samples, labels, options);
    });
    const share = (whole: Tensor): Tensor => {
      const [rows = 0, ...rest] = whole.shape;
      const begin = [origin === 'real' ? 0 : rows / 2, ...rest.map(() => 0)];
      return tf.slice(whole, begin, [rows / 2, ...rest]);
    };
    return this.#once(`scored/${origin}`, () => ({
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
