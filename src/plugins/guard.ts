/** Plugin entries whose failures are reported with file, entry and hook. */
import { atPlace } from '../diagnostics/codePlace.js';
import { exitCodes, GanspecError, InternalError } from '../diagnostics/errors.js';
import { runHook } from '../diagnostics/runningHook.js';
import { kindRecords, type Entry } from '../entries/entry.js';
import { LayerShapeError } from '../entries/layerShapeError.js';
import { markUnwritten, unwrittenPart } from '../entries/filledArray.js';
import { thrownByHook } from '../entries/thrownByHook.js';
import { plainCopy } from '../entries/plainCopy.js';
import { keepPrototypes } from './keepBuiltIns.js';
import { watchProcess } from './keepProcess.js';
import { keepScopes, watchTfjs } from './keepTfjs.js';
import { isObject } from '../language/schema/mapSubschemas.js';
import { resultInWords, type ResultCheck } from '../entries/resultCheck.js';

type Hook = (...inputs: unknown[]) => unknown;

/** The part of a kind's record that checks the hooks of its entries. */
interface HookRules {
  readonly hookResults: Readonly<Record<string, ResultCheck<Entry>>>;
  readonly returnedFunction?: ResultCheck<Entry>;
  readonly returnedMethods?: Readonly<Record<string, ResultCheck<Entry>>>;
  readonly fillingMethods?: Readonly<Record<string, string>>;
  readonly returnedProperties?: Readonly<Record<string, readonly string[]>>;
  readonly asyncHooks?: readonly string[];
}

/** Time that a promise of a hook may take, in minutes: long enough for a download. */
const maxMinutes = 10;

/**
 * The same entry with checked hooks: what they throw, and a result that breaks the contract of the kind, become a
 * GanspecError GAN803 with file, entry and hook, also where a promise brings them. Errors that ganspec itself understands
 * pass as they are.
 */
export function guarded(entry: Entry): Entry {
  watchTfjs();
  watchProcess();
  // The record of the entry's own kind.
  const rules = kindRecords[entry.kind] as HookRules;
  const parts = Object.entries(entry).map(([name, part]: [string, unknown]) =>
    typeof part === 'function' && Object.hasOwn(rules.hookResults, name)
      ? [name, guard(entry, name, part as Hook, rules, rules.hookResults[name])]
      : [name, part],
  );
  // The same parts under the same names, each hook with the signature that it had.
  return Object.fromEntries(parts) as Entry;
}

function guard(
  entry: Entry,
  name: string,
  hook: Hook,
  rules: HookRules,
  check: ResultCheck<Entry> | undefined,
): Hook {
  const checked = (result: unknown, inputs: readonly unknown[]): unknown => {
    const plain = plainCopy(result, rules.returnedProperties?.[name]);
    const expected = check?.(plain, inputs, entry);
    if (expected !== undefined) {
      throw failure(entry, name, `gives ${resultInWords(plain)}, not ${expected}`);
    }
    if (typeof plain === 'function') {
      return guard(entry, name, plain as Hook, rules, rules.returnedFunction);
    }
    const methods = rules.asyncHooks?.includes(name) === true ? rules.returnedMethods : undefined;
    return methods && isObject(plain) ? withGuardedMethods(entry, plain, rules, methods) : plain;
  };
  return (...inputs) => {
    try {
      const result = runHook(nameOf(entry, name), () =>
        keepScopes(() => keepPrototypes(() => hook(...inputs))),
      );
      const isPending = result instanceof Promise && rules.asyncHooks?.includes(name) === true;
      if (!isPending) return checked(result, inputs);
      return settled(entry, name, result)
        .then((value: unknown) => checked(value, inputs))
        .catch((error: unknown) => {
          throw named(entry, name, error);
        });
    } catch (error) {
      throw named(entry, name, error);
    }
  };
}

/** An object with checked methods. */
function withGuardedMethods(
  entry: Entry,
  object: Readonly<Record<string, unknown>>,
  rules: HookRules,
  methods: Readonly<Record<string, ResultCheck<Entry>>>,
): object {
  const checked = Object.entries(methods).flatMap(([name, check]) => {
    const method = object[name];
    if (typeof method !== 'function') return [];
    const own = guard(entry, name, method as Hook, rules, check);
    return [[name, filling(entry, name, own, rules)] as const];
  });
  return { ...object, ...Object.fromEntries(checked) };
}

/** A method that must fill the array that is its second argument, where it is one that does. */
function filling(entry: Entry, name: string, method: Hook, { fillingMethods }: HookRules): Hook {
  const noun = fillingMethods?.[name];
  if (noun === undefined) return method;
  return (...inputs) => {
    const [, array] = inputs;
    markUnwritten(array);
    const result = method(...inputs);
    const part = unwrittenPart(array, noun);
    if (part !== undefined) throw failure(entry, name, `leaves ${part}, unwritten`);
    return result;
  };
}

/** A promise that fails once it has taken too long. */
async function settled(entry: Entry, hook: string, promise: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => {
      reject(failure(entry, hook, `gives a promise that has not settled in ${maxMinutes} minutes`));
    }, maxMinutes * 60_000);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}

function named(entry: Entry, hook: string, error: unknown): unknown {
  const understood = [GanspecError, LayerShapeError, InternalError];
  try {
    if (understood.some((kind) => error instanceof kind)) return error;
  } catch {
    // A proxy may refuse even that question.
  }
  return failure(entry, hook, `throws: ${thrownByHook(error)}${atPlace(error)}`);
}

function failure(entry: Entry, hook: string, what: string): GanspecError {
  return new GanspecError(
    'GAN803',
    exitCodes.spec,
    `${nameOf(entry, hook)} ${what}`,
    entry.origin === undefined
      ? 'Mend the entry: its functions must work for all options that its schema allows.'
      : `Run \`ganspec plugin check ${entry.origin}\`: it tries every function of every entry.`,
  );
}

/** File, entry and hook, as in `./odd.mjs: apply of layer "acme/odd"`. */
function nameOf({ kind, type, origin }: Entry, hook: string): string {
  return `${origin === undefined ? '' : `${origin}: `}${hook} of ${kind} "${type}"`;
}
