/** Losses and penalties by themselves: their options checked and completed as a spec's are. */
import type { Compiler, NormalSpec } from '../index.js';
import { openCompiler, showDiagnostics, type SpecOptions } from './specOptions.js';

/** A spec that holds the term in its place, and the compiler that knows its words. */
export interface OpenedTerm {
  readonly compiler: Compiler;
  readonly spec: NormalSpec;
}

/** What the small spec lacks is no mistake of the term: an auto-encoder, images, layers of all names. */
const aboutTheRest: ReadonlySet<string> = new Set(['GAN203', 'GAN215', 'GAN291']);

/**
 * Puts a loss or a penalty into a small spec. What is wrong with its options is shown, and nothing returned.
 * @param value A loss, or a list of one penalty, by its type alone.
 * @param prefix Path that the settings start from, as in `loss`.
 */
export async function openTerm(
  key: 'loss' | 'penalties',
  value: unknown,
  prefix: string,
  options: Pick<SpecOptions, 'plugin' | 'set'>,
): Promise<OpenedTerm | undefined> {
  const { exitCodeOf } = await import('../index.js');
  const compiler = await openCompiler({ plugin: options.plugin });
  const settings = options.set.map((setting) => `${prefix}.${setting}`);
  const set = [`${key}=${JSON.stringify(value)}`, ...settings];
  const { diagnostics, spec } = compiler.check(compiler.read('ring', { set }));
  const errors = diagnostics.filter(
    ({ severity, code }) => severity === 'error' && !aboutTheRest.has(code),
  );
  await showDiagnostics(errors);
  process.exitCode = exitCodeOf(errors);
  return errors.length === 0 && spec ? { compiler, spec } : undefined;
}
