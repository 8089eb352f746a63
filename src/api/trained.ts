/** A GAN with its state: samples, and files of them. */
import type { Samples } from '../runs/samples.js';
import type { SampleOptions, Session } from '../train/session.js';
import type { GanData, RealOptions } from './ganData.js';

/** A trained generator. */
export class TrainedGan {
  readonly #gan: GanData;

  constructor(
    gan: GanData,
    /** Holds the final state; its steps go on from there. */
    readonly session: Session,
  ) {
    this.#gan = gan;
  }

  /**
   * New samples.
   * @param count Default: as many as the spec's `monitor.sampleCount`.
   * @param options Class of all samples, the seed of the latents, or own latents; default: each class in turn, the seed of training.
   */
  sample(
    count = this.#gan.spec.monitor.sampleCount,
    options: SampleOptions = {},
  ): Promise<Samples> {
    return this.session.sample(count, options);
  }

  /** Samples of the data, as `gan.real` gives them. */
  real(count?: number, options?: RealOptions): Promise<Samples> {
    return this.#gan.real(count, options);
  }

  /** Writes samples into one file, as `gan.save` does. @returns Its path. */
  save(samples: Samples, file: string): Promise<string> {
    return this.#gan.save(samples, file);
  }

  /** Writes each sample into a file of its own, as `gan.saveEach` does. @returns The paths of the samples, in order. */
  saveEach(samples: Samples, place: string): Promise<readonly string[]> {
    return this.#gan.saveEach(samples, place);
  }

  /** Frees the engine. */
  async dispose(): Promise<void> {
    await this.session.dispose();
  }
}
