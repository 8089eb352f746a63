import type { SavedFolder } from '../checkpoint/savedFolder.js';
import type { DatasetRecord } from '../entries/dataset.js';
import type { Session } from '../train/session.js';
import type { Compiler } from './compiler.js';
import type { PrepareOptions } from './options.js';
import type { Gan } from './gan.js';
import { prepareWith } from './prepareWith.js';
import { savedSource, type SavedSpec } from './savedSource.js';

/** A GAN in a folder, with all that it takes to compile it again. */
export interface SavedGan extends SavedFolder, SavedSpec {
  readonly seed: number;
  /** Undefined where the folder has no record of the data set, which is opened then. */
  readonly data: DatasetRecord | undefined;
}

/** A GAN from a folder, and a session with the state that the folder keeps. */
export interface Reopened {
  readonly gan: Gan;
  readonly session: Session;
}

interface ReopenOptions extends PrepareOptions {
  /** Overrides such as `monitor.metrics=["precision"]`. */
  readonly set?: readonly string[] | undefined;
}

/** Compiles a saved GAN again. @param set Overrides such as `training.steps=100`. */
export function compileSaved(
  { data, ...saved }: SavedSpec & Pick<SavedGan, 'data'>,
  compiler: Compiler,
  set: readonly string[] = [],
): Gan {
  return compiler.compile(savedSource(saved, { set }), { data });
}

/**
 * Compiles a saved GAN again and restores its state. The data set is not needed where the folder has its record.
 * @param compiler Knows the plugins that the spec uses.
 * @param check Called before the state is read; throws where it is not the expected GAN.
 * @throws GanspecError GAN600 to GAN604, exit code 6, where the state is damaged, incomplete or not finite.
 */
export async function reopen(
  saved: SavedGan,
  compiler: Compiler,
  { set, ...options }: ReopenOptions = {},
  check: (gan: Gan) => void = () => undefined,
): Promise<Reopened> {
  saved.checkSpec();
  const gan = compileSaved(saved, compiler, set);
  check(gan);
  const state = saved.readState();
  return { gan, session: await prepareWith(gan, { seed: saved.seed, ...options }, { state }) };
}
