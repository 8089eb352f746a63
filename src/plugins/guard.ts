/** Entries from outside, whose failures name them. */
import { exitCodes, GanspecError, InternalError } from '../diagnostics/errors.js';
import { LayerShapeError, type Entry } from '../entries/entries.js';
import { hookPromises, isTensor, scheduleValue, type HookPromise } from '../entries/hookResults.js';

/**
 * The same entry, its hooks held to what they owe: what they throw, and a result that is none, become a GanspecError
 * GAN803 with file, entry and hook, also where it comes by a promise. Errors that ganspec itself understands pass as
 * they are.
 */
export function guarded(entry: Entry): Entry {
  const promises: Readonly<Record<string, HookPromise>> = hookPromises[entry.kind];
  const parts = Object.entries(entry).map(([name, part]: [string, unknown]) => {
    const promise = promises[name];
    return typeof part === 'function' && promise
      ? [name, guard(entry, name, part as Hook, promise)]
      : [name, part];
  });
  // The same parts under the same names, each hook with the signature that it had.
  return Object.fromEntries(parts) as Entry;
}

type Hook = (...inputs: unknown[]) => unknown;

function guard(entry: Entry, name: string, hook: Hook, promise: HookPromise): Hook {
  const held = (result: unknown, inputs: readonly unknown[]): unknown => {
    const owed = promise(result, inputs, entry);
    if (owed !== undefined) {
      throw failure(entry, name, `gives ${describe(result)}, not ${owed}`);
    }
    // What a schedule is made into is a hook as well.
    const isSchedule = typeof result === 'function';
    return isSchedule ? guard(entry, name, result as Hook, scheduleValue) : result;
  };
  return (...inputs) => {
    try {
      const result = hook(...inputs);
      if (!(result instanceof Promise) || name !== 'open') return held(result, inputs);
      return result
        .then((value: unknown) => held(value, inputs))
        .catch((error: unknown) => {
          throw named(entry, name, error);
        });
    } catch (error) {
      throw named(entry, name, error);
    }
  };
}

function describe(result: unknown): string {
  if (isTensor(result)) return `a tensor of shape [${result.shape.join(', ')}]`;
  if (result instanceof Promise) return 'a promise';
  if (typeof result === 'function') return 'a function';
  if (Array.isArray(result)) return `[${result.map(describe).join(', ')}]`;
  if (typeof result === 'object' && result !== null) return 'an object';
  return typeof result === 'string' ? JSON.stringify(result) : String(result);
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
