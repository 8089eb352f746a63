/** A GAN with its state: samples, and files of them. */
import {
  checkOptions,
  numberArgument,
  pathArgument,
  wholeNumberArgument,
} from '../diagnostics/arguments.js';
import type { Samples } from '../runs/samples.js';
import { isLabel } from '../train/feeds/chosenClass.js';
import type { SampleOptions, Session } from '../train/session.js';
import { animationForm, writeLoop, type AnimateOptions } from './animate.js';
import type { GanData, RealOptions } from './ganData.js';
import { isWayEnd, samplesBetween, type InterpolateOptions } from './interpolate.js';

const interpolateChecks = {
  from: isWayEnd,
  to: isWayEnd,
  count: wholeNumberArgument(1),
  frames: wholeNumberArgument(2),
  label: isLabel,
  seconds: numberArgument,
};

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

  /**
   * Writes the way between the samples of two seeds, or of given latent vectors, there and back again, as an endless
   * animation.
   * @param file Ends in `.webp` or `.gif`.
   * @returns Its path.
   * @throws GanspecError GAN512 for another form, and for samples that are not drawn; GAN409 without the package sharp; GAN511
   * where the file cannot be written.
   */
  async interpolate(file: string, options: InterpolateOptions & AnimateOptions): Promise<string> {
    pathArgument('file of interpolate', file);
    checkOptions('interpolate', options, interpolateChecks);
    animationForm(file);
    const { seconds, ...way } = options;
    const pictures: Uint8Array[] = [];
    for (const samples of await samplesBetween(this.session, this.#gan.spec, way)) {
      pictures.push(await this.#gan.picture(samples));
    }
    return writeLoop(file, pictures, seconds === undefined ? {} : { seconds });
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
