/** The error of a graph that differs between two recordings. */
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import type { Entry, Kind } from '../entries/entry.js';
import type { Registry } from '../entries/registry.js';
import type { NormalSpec } from '../language/normalSpec.js';

/** The error of two recordings that differ, with the first difference and the plugins that the spec names there. */
export function notRepeatable(
  once: KernelGraph,
  again: KernelGraph,
  spec: NormalSpec,
  registry: Registry,
): GanspecError {
  const origin = firstDifference(once, again);
  const place = origin === '' ? '' : `, first at ${origin}`;
  const suspects = origin === '' ? [] : pluginsAt(origin, spec, registry);
  const names = suspects.map(({ kind, type, origin: file }) => {
    return `${file === undefined ? '' : `${file}: `}${kind} "${type}"`;
  });
  return new GanspecError(
    'GAN503',
    exitCodes.spec,
    `the ${once.name} graph came out differently when it was recorded a second time${place}` +
      (names.length === 0 ? '' : ` (${names.join(', ')})`),
    'A layer, loss or penalty draws random numbers or keeps a counter of its own. Take random tensors from its context instead.',
  );
}

/** JSON Pointer of the first node that differs or reads a different constant; empty where it has none. */
function firstDifference(once: KernelGraph, again: KernelGraph): string {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const changed = once.constants.filter((constant, i) => !same(constant, again.constants[i]));
  const values = new Set(changed.map(({ value }) => value));
  const node = once.nodes.find(
    (one, i) => !same(one, again.nodes[i]) || one.inputs.some((value) => values.has(value)),
  );
  return node?.origin ?? '';
}

/** Entries of plugins that the spec names at a place. */
function pluginsAt(pointer: string, spec: NormalSpec, registry: Registry): readonly Entry[] {
  const keys = pointer.split('/').slice(1);
  const value = keys.reduce<unknown>(
    (inner, key) => (inner as Readonly<Record<string, unknown>> | undefined)?.[key],
    spec,
  );
  const text = JSON.stringify(value ?? null);
  const kinds: Readonly<Record<string, readonly Kind[]>> = {
    loss: ['loss'],
    penalties: ['penalty'],
    optimizers: ['optimizer'],
  };
  return (kinds[keys[0] ?? ''] ?? ['layer', 'activation'])
    .flatMap((kind): readonly Entry[] => registry.all(kind))
    .filter(({ type }) => type.includes('/') && text.includes(`"type":${JSON.stringify(type)}`));
}
