/** Options shared by the commands that take a spec, and reading that spec. */
import type { Command } from 'commander';
import type { Compiler, Diagnostic, SpecSource } from '../index.js';
import { printStyledToStderr, wantsColor } from './stderr.js';
import { readStdin } from './readStdin.js';

export interface SpecOptions {
  readonly plugin: readonly string[];
  readonly set: readonly string[];
  readonly dataDir?: string;
  readonly allowLarge?: boolean;
}

/** A spec that has been read, with the compiler of its language. */
export interface OpenedSpec {
  readonly compiler: Compiler;
  readonly source: SpecSource;
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** Adds the argument `<spec>` and the options that go with it. */
export function takesSpec(command: Command): Command {
  return takesSet(takesDataDir(takesPlugins(command)))
    .argument('<spec>', "a spec's path, a preset's name, or - for standard input")
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

/** A compiler with the plugins, limits and data folder of these options. */
export async function openCompiler(options: Partial<SpecOptions>): Promise<Compiler> {
  const { createCompiler, loadPlugins } = await import('../index.js');
  return createCompiler({
    plugins: await loadPlugins(options.plugin ?? [], process.cwd()),
    allowLarge: options.allowLarge ?? false,
    ...(options.dataDir !== undefined && { dataDir: options.dataDir }),
  });
}

/** Reads a spec from a path, from a preset of that name or, for `-`, from standard input. @throws GanspecError */
export async function openSpec(
  argument: string,
  options: SpecOptions,
  overrides: readonly string[] = [],
): Promise<OpenedSpec> {
  const compiler = await openCompiler(options);
  const source = compiler.read(argument, {
    set: [...options.set, ...overrides],
    ...(argument === '-' && { stdin: await readStdin() }),
  });
  return { compiler, source };
}

/** Prints diagnostics with their places on standard error. */
export async function showDiagnostics(diagnostics: readonly Diagnostic[]): Promise<void> {
  if (diagnostics.length === 0) return;
  const { renderDiagnostics } = await import('../index.js');
  printStyledToStderr(renderDiagnostics(diagnostics, { color: wantsColor() }).trimEnd());
}
