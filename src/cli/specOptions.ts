/** Options shared by the commands that take a spec, and reading that spec. */
import type { Command } from 'commander';
import type { Compiler, Diagnostic, SpecSource } from '../index.js';
import { decodingProgress } from './decodingProgress.js';
import { printStyledToStderr, printToStderr, wantsColor } from './stderr.js';
import { readStdin } from './readStdin.js';

export interface SpecOptions {
  readonly plugin: readonly string[];
  readonly set: readonly string[];
  readonly dataDir?: string;
  readonly allowLarge?: boolean;
  readonly passes?: string;
}

/** A spec that has been read, with the compiler of its language. */
export interface OpenedSpec {
  readonly compiler: Compiler;
  readonly source: SpecSource;
  /** Folder of the run whose spec it is; undefined for others. */
  readonly run: string | undefined;
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** Adds the argument `<spec>` and the options that go with it. */
export function takesSpec(command: Command): Command {
  return takesSet(takesDataDir(takesPlugins(command)))
    .argument('<spec>', "a spec's path, a preset's or a run's name, or - for standard input")
    .option('--allow-large', 'lift the limits on parameters, memory and steps');
}

/** Adds `--set` for values of a spec. */
export function takesSet(command: Command): Command {
  return command.option(
    '--set <path=value>',
    'override a value of the spec (repeatable)',
    collect,
    [],
  );
}

/** Adds `--set` for the options of a single loss or penalty. */
export function takesSettings(command: Command): Command {
  return command.option('--set <option=value>', 'give an option (repeatable)', collect, []);
}

/** Adds `--plugin`. */
export function takesPlugins(command: Command): Command {
  return command.option(
    '--plugin <module>',
    'file or package with entries (repeatable)',
    collect,
    [],
  );
}

/** Adds `--data-dir`. */
export function takesDataDir(command: Command): Command {
  return command.option('--data-dir <dir>', 'folder of the data files');
}

/** Adds `--passes`. @param fallback Description of its default. */
export function takesPasses(command: Command, fallback = 'all'): Command {
  return command.option(
    '--passes <names>',
    `passes over the graphs: all, none, those to run, or those to leave out, as in -moveScales,-expandSums (default: ${fallback})`,
  );
}

/** A compiler with the plugins, limits, passes and data folder of these options; for a run, those not given are the run's. */
export async function openCompiler(
  { plugin = [], dataDir, allowLarge = false, passes }: Partial<SpecOptions>,
  run?: string,
): Promise<Compiler> {
  const { compilerOfRun, createCompiler, loadPlugins } = await import('../index.js');
  const decoding = decodingProgress(process.stderr);
  const given = {
    allowLarge,
    ...(decoding && { decoding }),
    ...(plugin.length > 0 && { plugins: await loadPlugins(plugin, process.cwd()) }),
    ...(dataDir !== undefined && { dataDir }),
    ...(passes !== undefined && { passes }),
  };
  return run === undefined ? createCompiler(given) : compilerOfRun(run, given);
}

/** Adds the argument `<run>`. */
export function takesRun(command: Command): Command {
  return command.argument('<run>', 'a run folder, or a name for its latest run');
}

/** The folder of a run that is named by its path, or by the name of its spec; the latter is told. Other names stay as they are. */
export async function runFolder(name: string): Promise<string> {
  const { latestRun } = await import('../index.js');
  const folder = latestRun(name);
  if (folder !== undefined && folder !== name) {
    printToStderr(`note: the latest run of ${name} is ${folder}`);
  }
  return folder ?? name;
}

/**
 * Reads a spec from a path, from a preset of that name, from a run or, for `-`, from standard input.
 * @throws GanspecError
 */
export async function openSpec(
  argument: string,
  options: SpecOptions,
  overrides: readonly string[] = [],
): Promise<OpenedSpec> {
  const { hasSpec, latestRun } = await import('../index.js');
  const isRun = !hasSpec(argument) && latestRun(argument) !== undefined;
  const run = isRun ? await runFolder(argument) : undefined;
  const compiler = await openCompiler(options, run);
  const source = compiler.read(run ?? argument, {
    set: [...options.set, ...overrides],
    ...(argument === '-' && { stdin: await readStdin() }),
  });
  return { compiler, source, run };
}

/** Prints diagnostics with their places on standard error. */
export async function showDiagnostics(diagnostics: readonly Diagnostic[]): Promise<void> {
  if (diagnostics.length === 0) return;
  const { renderDiagnostics } = await import('../index.js');
  printStyledToStderr(renderDiagnostics(diagnostics, { color: wantsColor() }).trimEnd());
}
