/** A run that has ended, opened again for its samples. */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { readSafetensors } from '../checkpoint/safetensors.js';
import { writeFileAtomically } from '../checkpoint/writeFile.js';
import { createCompiler, type Compiler } from './compiler.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { Gan } from './gan.js';
import type { Dataset, DatasetRecord } from '../entries/dataset.js';
import { SpecSource } from '../language/load/load.js';
import { encodeNpy } from '../runs/pictures/npy.js';
import { sampleFile } from '../runs/pictures/sampleFile.js';
import { runFiles, type RunRecord } from '../runs/folder.js';
import type { Samples } from '../runs/samples.js';
import type { SampleOptions, Session } from '../train/session.js';

/** A trained generator. */
export class Run {
  constructor(
    /** How it was made. */
    readonly record: RunRecord,
    readonly gan: Gan,
    /** Holds the final state; its steps go on from there. */
    readonly session: Session,
  ) {}

  /**
   * New samples.
   * @param options Class of all samples, and the seed of the latents; default: each class in turn, the run's seed.
   */
  sample(count: number, options: SampleOptions = {}): Promise<Samples> {
    return this.session.sample(count, options);
  }

  /**
   * Writes samples in the form that suits them (a picture, or what the data set writes), or as numbers (`.npy`).
   * @param file Without an extension it gets that of its form.
   * @returns The path of what was written.
   * @throws GanspecError GAN512 for a form that these samples do not have; GAN511 where the file cannot be written.
   */
  async save(samples: Samples, file: string): Promise<string> {
    const wanted = extname(file).slice(1).toLowerCase();
    if (wanted === 'npy') {
      writeFileAtomically(file, encodeNpy(samples.data, samples.shape));
      return file;
    }
    const { extension, bytes } = await sampleFile(samples, {
      range: this.gan.resolved.data.range,
      openEncoder: () => this.gan.openEncoder(),
      openDataset: () => this.#openDataset(),
    });
    if (wanted !== '' && wanted !== extension) {
      throw new GanspecError(
        'GAN512',
        exitCodes.usage,
        `samples of shape [${samples.shape.slice(1).join(', ')}] are written as .${extension}, not as .${wanted}`,
        'Name a file that ends so, or in .npy for the numbers.',
      );
    }
    const path = wanted === '' ? `${file}.${extension}` : file;
    writeFileAtomically(path, bytes);
    return path;
  }

  /** Undefined where the data are gone or have changed: points are drawn without real ones then. */
  async #openDataset(): Promise<Dataset | undefined> {
    try {
      return await this.gan.openDataset(this.record.seed);
    } catch (error) {
      if (error instanceof GanspecError) return undefined;
      throw error;
    }
  }

  /** Frees the engine. */
  async dispose(): Promise<void> {
    await this.session.dispose();
  }
}

/**
 * Opens a run folder with its final state. The data are not needed: the folder keeps what samples need of them.
 * @param options.compiler Knows the plugins that the spec uses.
 * @throws GanspecError GAN513 where the folder is no finished run; exit code 6 where the state is damaged.
 */
export async function openRun(
  folder: string,
  { compiler = createCompiler() }: { readonly compiler?: Compiler } = {},
): Promise<Run> {
  for (const file of [runFiles.record, runFiles.spec, runFiles.state]) {
    if (!existsSync(join(folder, file))) throw noRun(folder, `it has no ${file}`);
  }
  const record = readJson(folder, runFiles.record) as RunRecord;
  // Missing from runs of earlier versions, for which the data are asked.
  const data = existsSync(join(folder, runFiles.data))
    ? (readJson(folder, runFiles.data) as DatasetRecord)
    : undefined;
  const { tree, file } = compiler.read(join(folder, runFiles.spec));
  const gan = compiler.compile(new SpecSource(tree, file, record.baseDir), { data });
  const state = readSafetensors(readFileSync(join(folder, runFiles.state)), runFiles.state);
  const session = await gan.prepare({ seed: record.seed });
  await session.writeState(state);
  return new Run(record, gan, session);
}

/** What `createRunFolder` wrote, which is not for people to edit. */
function readJson(folder: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, file), 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw noRun(folder, `its ${file} is no JSON`);
    throw error;
  }
}

function noRun(folder: string, reason: string): GanspecError {
  return new GanspecError(
    'GAN513',
    exitCodes.usage,
    `${folder} is not a finished run: ${reason}`,
    'Name the folder that `ganspec train` printed at its end.',
  );
}
