/** Entries from outside, whose failures name them. */
import { exitCodes, GanspecError, InternalError } from '../diagnostics/errors.js';
import { LayerShapeError, type Entry } from './entries.js';

/** Hooks that owe a tensor. */
const tensorHooks = ['apply', 'discriminatorLoss', 'generatorLoss', 'value', 'project'];

/**
 * The same entry; what its hooks throw becomes a GanspecError GAN803 with file, entry and hook, also where a promise
 * is rejected. Errors that ganspec itself understands pass as they are.
 */
export function guarded(entry: Entry): Entry {
  const parts = Object.entries(entry).map(([name, part]: [string, unknown]) =>
    typeof part === 'function' ? [name, guard(entry, name, part as Hook)] : [name, part],
  );
  // The same parts under the same names, each hook with the signature that it had.
  return Object.fromEntries(parts) as Entry;
}

type Hook = (...inputs: unknown[]) => unknown;

function guard(entry: Entry, name: string, hook: Hook): Hook {
  return (...inputs) => {
    try {
      const result = hook(...inputs);
      if (tensorHooks.includes(name) && !isTensor(result)) {
        throw failure(entry, name, `gives ${describe(result)}, not a tensor`);
      }
      // What a schedule is made into is a hook as well.
      if (typeof result === 'function') return guard(entry, name, result as Hook);
      if (!(result instanceof Promise)) return result;
      return result.catch((error: unknown) => {
        throw named(entry, name, error);
      });
    } catch (error) {
      throw named(entry, name, error);
    }
  };
}

function isTensor(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'dataId' in value;
}

function describe(value: unknown): string {
  return value instanceof Promise ? 'a promise' : value === null ? 'null' : typeof value;
}

function named(entry: Entry, hook: string, error: unknown): unknown {
  const understood = [GanspecError, LayerShapeError, InternalError];
  if (understood.some((kind) => error instanceof kind)) return error;
  return failure(entry, hook, `throws: ${error instanceof Error ? error.message : String(error)}`);
}

function failure({ kind, type, origin }: Entry, hook: string, what: string): GanspecError {
  const file = origin === undefined ? '' : `${origin}: `;
  return new GanspecError(
    'GAN803',
    exitCodes.spec,
    `${file}${hook} of ${kind} "${type}" ${what}`,
    origin === undefined
      ? 'Mend the entry: its functions must work for all options that its schema allows.'
      : `Run \`ganspec plugin check ${origin}\`: it tries every function of every entry.`,
  );
}
