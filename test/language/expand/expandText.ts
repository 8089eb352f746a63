/** Runs the stages up to resolution on a spec given as text, and renders its diagnostics. */
import { renderDiagnostics } from '../../../src/diagnostics/render.js';
import { DiagnosticSink } from '../../../src/diagnostics/sink.js';
import { builtIns } from '../../../src/generated/entries.js';
import { Registry } from '../../../src/entries/registry.js';
import type { JsonNode } from '../../../src/source/jsonTree.js';
import { parseJson } from '../../../src/source/parse.js';
import { toValue } from '../../../src/source/value.js';
import { expand } from '../../../src/language/expand/expand.js';
import { languageOf } from '../../../src/language/language.js';
import { normalize } from '../../../src/language/normalize/normalize.js';
import type { NormalSpec } from '../../../src/language/normalSpec.js';
import { defaultLimits } from '../../../src/language/resolve/limits.js';
import { resolve } from '../../../src/language/resolve/resolve.js';
import type { ResolvedGan } from '../../../src/language/resolvedGan.js';
import { validate } from '../../../src/language/validate/validate.js';

export interface Outcome {
  /** All diagnostics as text, in `spec.json`. */
  readonly text: string;
  /** The expanded spec as a value. */
  readonly value: Readonly<Record<string, unknown>>;
  /** The expanded spec as a tree. */
  readonly tree: JsonNode;
  /** Undefined after errors. */
  readonly spec?: NormalSpec;
  readonly resolved?: ResolvedGan | undefined;
}

const registry = new Registry(builtIns);

/** @param spec Its text, or a value that is converted to JSON. */
export function expandText(spec: unknown): Outcome {
  const text = typeof spec === 'string' ? spec : JSON.stringify(spec, null, 1);
  const parsed = parseJson(text, 'spec.json');
  if (!parsed.tree) throw new Error('the test gave no JSON');
  const early = new DiagnosticSink(parsed.tree);
  const { tree, unresolved } = expand(parsed.tree, languageOf(registry), early);
  const report = new DiagnosticSink(tree, early);
  validate(tree, registry, report, { reported: unresolved });
  const value = toValue(tree) as Readonly<Record<string, unknown>>;
  if (report.hasErrors) return { tree, value, text: renderDiagnostics(report.list) };
  const normal = normalize(value, registry);
  const datasets = { baseDir: '.', dataDir: undefined, seed: 0 };
  const { gan: resolved } = resolve(normal, { registry, report, datasets, limits: defaultLimits });
  return {
    tree,
    value,
    text: renderDiagnostics(report.list),
    spec: normal,
    ...(resolved && { resolved }),
  };
}

/** A small valid GAN on the ring, with these values in place of its own. */
export function ring(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    data: 'ring',
    latent: { dim: 4 },
    generator: { layers: [{ type: 'dense', units: 2 }] },
    discriminator: { layers: [{ type: 'dense', units: 1 }] },
    ...changes,
  };
}

/** The expanded layers of a generator; throws on any diagnostic. */
export function written(
  layers: readonly unknown[],
  changes: Readonly<Record<string, unknown>> = {},
): unknown {
  const { text, value } = expandText(ring({ ...changes, generator: { layers } }));
  if (text !== '') throw new Error(text);
  return (value['generator'] as { readonly layers: unknown }).layers;
}
