/** Single losses and penalties for `losses eval` and `penalties eval`, with options validated as in a spec. */
import type { Compiler, NormalSpec } from '../index.js';
import { setExitCode } from './exitCode.js';
import { openCompiler, showDiagnostics, type SpecOptions } from './specOptions.js';

/** A small spec that contains the loss or penalty, with its compiler. */
export interface OpenedTerm {
  readonly compiler: Compiler;
  readonly spec: NormalSpec;
}

/** Errors caused by the small spec and not by the term: no auto-encoder, no images, no layer of the given name. */
const causedBySmallSpec: ReadonlySet<string> = new Set(['GAN203', 'GAN215', 'GAN291']);

/**
 * Puts a loss or a penalty into a small spec and validates it.
 * @param value A loss, or a list of one penalty, by its type alone.
 * @param prefix Path that the settings are relative to, as in `loss`.
 * @returns Undefined after errors, which are printed.
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
    ({ severity, code }) => severity === 'error' && !causedBySmallSpec.has(code),
  );
  await showDiagnostics(errors);
  setExitCode(exitCodeOf(errors));
  return errors.length === 0 && spec ? { compiler, spec } : undefined;
}
