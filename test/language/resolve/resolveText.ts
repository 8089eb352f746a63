/** Resolves a spec given as text, and renders what there is to say about it. */
import { renderDiagnostics } from '../../../src/diagnostics/render.js';
import { DiagnosticSink } from '../../../src/diagnostics/sink.js';
import { builtIns } from '../../../src/generated/entries.js';
import type { Entry } from '../../../src/entries/entry.js';
import { Registry } from '../../../src/entries/registry.js';
import { parseJson } from '../../../src/source/parse.js';
import { toValue } from '../../../src/source/value.js';
import { normalize } from '../../../src/language/normalize/normalize.js';
import { defaultLimits, liftedLimits } from '../../../src/language/resolve/limits.js';
import { resolve } from '../../../src/language/resolve/resolve.js';
import type { ResolvedGan } from '../../../src/language/resolvedGan.js';

export interface Outcome {
  readonly resolved: ResolvedGan | undefined;
  /** All diagnostics as people see them, in `spec.json`. */
  readonly text: string;
  readonly codes: readonly string[];
}

export function resolveText(
  text: string,
  {
    allowLarge = false,
    memoryBytes,
    plugins = [],
  }: { allowLarge?: boolean; memoryBytes?: number; plugins?: readonly Entry[] } = {},
): Outcome {
  const { tree } = parseJson(text, 'spec.json');
  if (!tree) throw new Error('the test gave no JSON');
  const registry = new Registry(builtIns).with(plugins);
  const report = new DiagnosticSink(tree);
  const datasets = { baseDir: '.', dataDir: undefined, seed: 0 };
  const known = allowLarge ? liftedLimits : defaultLimits;
  const limits = memoryBytes === undefined ? known : { ...known, memoryBytes };
  const spec = normalize(toValue(tree), registry);
  const { gan: resolved } = resolve(spec, { registry, report, datasets, limits });
  return {
    resolved,
    text: renderDiagnostics(report.list),
    codes: report.list.map(({ code }) => code),
  };
}

/** The text of a small GAN on the ring that nothing is wrong with, with these values in place of its own. */
export function ringSpec(changes: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify(
    {
      data: 'ring',
      latent: { dim: 4 },
      generator: { layers: [{ type: 'dense', units: 2 }] },
      discriminator: { layers: [{ type: 'dense', units: 1 }] },
      ...changes,
    },
    null,
    1,
  );
}

/** A network of these layers. */
export function network(...layers: readonly unknown[]): { readonly layers: readonly unknown[] } {
  return { layers };
}
