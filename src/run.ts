/** A run that has ended, opened again for its samples. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSafetensors } from './checkpoint/safetensors.js';
import { writeFileAtomically } from './checkpoint/writeFile.js';
import { createCompiler, type Compiler } from './compiler.js';
import { exitCodes, GanspecError } from './diagnostics/errors.js';
import type { Gan } from './gan.js';
import { SpecSource } from './spec/load.js';
import { encodeNpy } from './train/sinks/npy.js';
import { sampleFile } from './train/sinks/sampleFile.js';
import { runFiles, type RunRecord } from './train/runFolder.js';
import type { Samples, Session } from './train/session.js';

/** A trained generator. */
export class Run {
  constructor(
    /** How it was made. */
    readonly record: RunRecord,
    readonly gan: Gan,
    /** Holds the final state; its steps go on from there. */
    readonly session: Session,
  ) {}

  /** New samples. @param options.seed Of the latents; default: the run's. */
  sample(count: number, options: { readonly seed?: number } = {}): Promise<Samples> {
    return this.session.sample(count, options);
  }

  /**
   * Writes samples as a picture (`.png`) or as numbers (`.npy`).
   * @throws GanspecError GAN512 for samples that make no picture; GAN511 where the file cannot be written.
   */
  async save(samples: Samples, file: string): Promise<void> {
    if (file.toLowerCase().endsWith('.npy')) {
      writeFileAtomically(file, encodeNpy(samples.data, samples.shape));
      return;
    }
    const { extension, bytes } = await sampleFile(samples, () =>
      this.gan.openDataset(this.record.seed),
    );
    if (extension === 'png') {
      writeFileAtomically(file, bytes);
      return;
    }
    throw new GanspecError(
      'GAN512',
      exitCodes.usage,
      `samples of shape [${samples.shape.slice(1).join(', ')}] are neither images nor points of the plane`,
      'Write them as numbers: name a file that ends in .npy.',
    );
  }

  /** Frees the engine. */
  async dispose(): Promise<void> {
    await this.session.dispose();
  }
}

/**
 * Opens a run folder with its final state.
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
  const record = readRecord(folder);
  const { tree, file } = compiler.read(join(folder, runFiles.spec));
  const gan = compiler.compile(new SpecSource(tree, file, record.baseDir));
  const state = readSafetensors(readFileSync(join(folder, runFiles.state)), runFiles.state);
  const session = await gan.prepare({ seed: record.seed });
  await session.writeState(state);
  return new Run(record, gan, session);
}

function readRecord(folder: string): RunRecord {
  try {
    // Written by `createRunFolder`, and not for people to edit.
    return JSON.parse(readFileSync(join(folder, runFiles.record), 'utf8')) as RunRecord;
  } catch (error) {
    if (error instanceof SyntaxError) throw noRun(folder, `its ${runFiles.record} is no JSON`);
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
