/** Keeps plugins from changing the state of TensorFlow.js, which they share with ganspec and with the program. */
import { whenLoaded, type tfjs } from '../tf.js';
import { runsPlugin } from './keepProcess.js';

type Engine = ReturnType<typeof tfjs.engine>;

const shared = 'TensorFlow.js is shared with ganspec';

/** Functions of tfjs that plugins may not call, with the reasons. */
const refused = [
  ['setBackend', shared],
  ['removeBackend', shared],
  ['reset', shared],
  ['profile', 'nothing is computed yet'],
  ['time', 'nothing is computed yet'],
  ['customGrad', 'ganspec derives the gradients'],
] as const;

let watched: Engine | undefined;

/** Makes the functions that plugins may not call throw there, from now on; elsewhere they do what they did. */
export function watchTfjs(): void {
  whenLoaded((library) => {
    if (watched) return;
    const engine = library.engine();
    watched = engine;
    for (const [name, reason] of refused) {
      const message = `tf.${name} cannot be called in a plugin: ${reason}`;
      refuseInPlugins(engine, name, message, () => !runsOp(engine));
    }
    // Sets debug mode, among others.
    const message = `tf.env().set cannot be called in a plugin: ${shared}`;
    refuseInPlugins(library.env(), 'set', message, () => true);
  });
}

/** True inside of a function of tfjs, some of which have gradients of their own. */
function runsOp({ state }: Engine): boolean {
  return state.scopeStack.some(({ name }) => name.endsWith('__op'));
}

/** Replaces a method by one that throws in plugins. */
function refuseInPlugins<K extends string>(
  owner: Record<K, (...inputs: never[]) => unknown>,
  method: K,
  message: string,
  applies: () => boolean,
): void {
  const original = owner[method];
  owner[method] = (...inputs) => {
    if (!runsPlugin() || !applies()) return Reflect.apply(original, owner, inputs);
    throw new Error(message);
  };
}

/** The result of a function. @throws Error where it leaves scopes of tfjs open or ends those of others, which are restored. */
export function keepScopes<T>(call: () => T): T {
  if (!watched) return call();
  const { state } = watched;
  const { activeScope, scopeStack } = state;
  const scopes = [...scopeStack];
  const restore = (): boolean => {
    if (state.activeScope === activeScope && scopeStack.length === scopes.length) return false;
    scopeStack.splice(0, Infinity, ...scopes);
    state.activeScope = activeScope;
    return true;
  };
  let result: T;
  try {
    result = call();
  } catch (error) {
    restore();
    throw error;
  }
  if (restore()) throw new Error('it starts or ends scopes of tf.engine(): use tf.tidy');
  return result;
}
