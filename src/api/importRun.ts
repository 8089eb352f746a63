/** A state that was trained elsewhere, as a run. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readRegularFile } from '../checkpoint/readFile.js';
import { readMetadata, readSafetensors } from '../checkpoint/safetensors.js';
import { checkOptions, pathArgument } from '../diagnostics/arguments.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { zeroTensor } from '../ir/arrays.js';
import type { TensorData, TensorMap } from '../ir/tensorType.js';
import type { SpecSource } from '../language/load/load.js';
import { changeText, specChanges } from '../language/specChanges.js';
import { checkFiniteState } from '../train/checkSavedState.js';
import { stateTypes } from '../train/stateTypes.js';
import { createCompiler, isCompiler, type Compiler } from './compiler.js';
import type { Gan } from './gan.js';
import { stateDifferences } from './stateDifferences.js';

export interface ImportOptions {
  /** The folder of the new run, new or empty. */
  readonly out: string;
  /** Has the entries of plugins; default: the built-in ones alone. */
  readonly compiler?: Compiler;
  /** The spec of the run, as `compiler.read` gives it; default: that of the file. */
  readonly spec?: SpecSource;
}

/** A run that has come from elsewhere. */
export interface ImportedRun {
  /** Absolute. */
  readonly folder: string;
  /** The file with its state. */
  readonly file: string;
  /** Iterations of training done. */
  readonly iteration: number;
}

const checks = { out: pathArgument, compiler: isCompiler, spec: () => undefined };

/**
 * Makes a run folder with a state in safetensors, which a project of `ganspec export --to pytorch` has trained: it can be
 * sampled, evaluated, exported and trained on.
 * @param path The file, or the folder of the project or of `--out` of its `train.py`, of which the newest checkpoint is taken.
 * @throws GanspecError GAN612 where there is no such file, or it does not tell its spec; GAN605 where it is of another spec than
 * `spec`; GAN613 where tensors differ in name or shape; exit code 6 where it is damaged; GAN510 where the run folder is occupied.
 */
export async function importRun(path: string, options: ImportOptions): Promise<ImportedRun> {
  pathArgument('path of importRun', path);
  checkOptions('importRun', options, checks);
  const file = stateFile(path);
  const bytes = readRegularFile(file, (reason) => nothingToImport(file, reason));
  const { spec: written } = readMetadata(bytes, file);
  const gan = ganOf(file, written, options);
  const state = completed(readSafetensors(bytes, file), gan);
  checkTensors(file, gan, state);
  checkFiniteState(state);
  const folder = resolve(options.out);
  await gan.importTo(state, resolve(file), folder);
  return { folder, file, iteration: state.get('training/step')?.data[0] ?? 0 };
}

/** Folders of a project with its checkpoints. */
const checkpointFolders = ['run/checkpoints', 'checkpoints', '.'];

function stateFile(path: string): string {
  if (!existsSync(path)) throw nothingToImport(path, 'missing');
  if (!statSync(path).isDirectory()) return path;
  for (const folder of checkpointFolders.map((each) => join(path, each))) {
    const newest = existsSync(folder) ? newestIn(folder) : undefined;
    if (newest !== undefined) return join(folder, newest);
  }
  const first = join(path, 'state.safetensors');
  if (existsSync(first)) return first;
  throw nothingToImport(
    path,
    'a folder without checkpoints (step-….safetensors) and without state.safetensors',
  );
}

function newestIn(folder: string): string | undefined {
  return readdirSync(folder)
    .filter((name) => /^step-\d+\.safetensors$/.test(name))
    .sort((a, b) => stepOf(a) - stepOf(b))
    .at(-1);
}

function stepOf(name: string): number {
  return Number(/\d+/.exec(basename(name))?.[0] ?? 0);
}

function ganOf(
  file: string,
  written: string | undefined,
  { compiler = createCompiler(), spec }: ImportOptions,
): Gan {
  if (spec === undefined) {
    if (written === undefined) throw nothingToImport(file, 'it does not tell its spec: give one');
    return compiler.compile(written);
  }
  const gan = compiler.compile(spec);
  if (written === undefined) return gan;
  // As a file has it, without members that are undefined.
  const own: unknown = JSON.parse(JSON.stringify(gan.spec));
  const changes = specChanges(JSON.parse(written), own).filter(
    ({ path }) => !/^(name|description|monitor|training\.steps)(\.|$)/.test(path),
  );
  if (changes.length === 0) return gan;
  throw new GanspecError(
    'GAN605',
    exitCodes.usage,
    `${file} is of another spec: ${changes.map(changeText).join('; ')}`,
    'Import it with its own spec, which is in the file, by leaving the other one out.',
  );
}

/** Adds what lasts for one update only, which other programs do not keep. */
function completed(state: TensorMap, { program }: Gan): TensorMap {
  const all = new Map<string, TensorData>(state);
  for (const spec of program.state) {
    if (all.has(spec.name)) continue;
    if (spec.name.startsWith('accumulated/')) all.set(spec.name, zeroTensor(spec));
    const copied = spec.initial.kind === 'copy' ? all.get(spec.initial.of) : undefined;
    if (spec.name.startsWith('anchor/') && copied) all.set(spec.name, copied);
  }
  return all;
}

function checkTensors(file: string, { program }: Gan, state: TensorMap): void {
  const differences = stateDifferences(stateTypes(program), state);
  if (differences.length === 0) return;
  throw new GanspecError(
    'GAN613',
    exitCodes.checkpoint,
    `${file} has other tensors than this spec: ${differences.join('; ')}`,
    'Import the state of a project that was exported from this very spec.',
  );
}

function nothingToImport(path: string, reason: string): GanspecError {
  return new GanspecError(
    'GAN612',
    exitCodes.usage,
    `there is no state to import in ${path}: ${reason}`,
    'Name a folder that `ganspec export --to pytorch` made, or one of its files step-….safetensors.',
  );
}
