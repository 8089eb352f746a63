/** What all commands that take a spec have in common: their options, and how the spec is read. */
import type { Command } from 'commander';
import type { Compiler, Diagnostic, SpecSource } from '../index.js';
import { sayStyled, wantsColor } from './stderr.js';
import { readStdin } from './readStdin.js';

export interface SpecOptions {
  readonly plugin: readonly string[];
  readonly set: readonly string[];
  readonly dataDir?: string;
  readonly allowLarge?: boolean;
}

/** A spec that has been read, and the compiler that knows its words. */
export interface OpenedSpec {
  readonly compiler: Compiler;
  readonly source: SpecSource;
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** Adds `<spec>` and the options that go with it. */
export function takesSpec(command: Command): Command {
  return takesDataDir(takesPlugins(command))
    .argument('<spec>', "a spec's path, a preset's name, or - for standard input")
    .option('--set <path=value>', 'override a value of the spec (repeatable)', collect, [])
    .option('--allow-large', 'lift the limits on parameters, memory and steps');
}

/** Adds `--set` for a term by itself. */
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

/** A compiler with the plugins and folders that were asked for. */
export async function openCompiler(options: Partial<SpecOptions>): Promise<Compiler> {
  const { createCompiler, loadPlugins } = await import('../index.js');
  return createCompiler({
    plugins: await loadPlugins(options.plugin ?? [], process.cwd()),
    allowLarge: options.allowLarge ?? false,
    ...(options.dataDir !== undefined && { dataDir: options.dataDir }),
  });
}

/** Reads a spec by its path, its preset's name or from standard input. @throws GanspecError */
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

/** Shows diagnostics with their places, if there are any. */
export async function showDiagnostics(diagnostics: readonly Diagnostic[]): Promise<void> {
  if (diagnostics.length === 0) return;
  const { renderDiagnostics } = await import('../index.js');
  sayStyled(renderDiagnostics(diagnostics, { color: wantsColor() }).trimEnd());
}
