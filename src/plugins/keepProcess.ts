/** Keeps plugins from ending the process, which is that of ganspec or of the program. */
import { atPlace } from '../diagnostics/codePlace.js';
import { runningHook } from '../diagnostics/runningHook.js';

/** Functions of Node that end the process. */
const ending = ['exit', 'reallyExit', 'abort'] as const;

type EndingFunction = (...inputs: unknown[]) => never;

/** Functions that stand in for those of Node. */
const watched = new WeakSet<EndingFunction>();
let loading = 0;

/** Makes the functions that end the process throw in hooks of plugins, and in modules while they are loaded. */
export function watchProcess(): void {
  // `reallyExit`, which `exit` calls, is not among the types of Node.
  const functions = process as unknown as Record<(typeof ending)[number], EndingFunction>;
  for (const name of ending) {
    const original = functions[name];
    // Programs may put functions of their own in place of them at any time.
    if (watched.has(original)) continue;
    functions[name] = (...inputs) => {
      if (!runsPlugin()) return Reflect.apply(original, process, inputs);
      throw new Error(`process.${name}(${inputs.join(', ')}) would end the whole program`);
    };
    watched.add(functions[name]);
  }
}

/** True in hooks of plugins, and in the code of modules while they are loaded. */
export function runsPlugin(): boolean {
  return runningHook() !== undefined || (loading > 0 && atPlace(new Error()) !== '');
}

/** Loads a module, which cannot end the process meanwhile. */
export async function keepProcess<T>(load: () => Promise<T>): Promise<T> {
  watchProcess();
  loading += 1;
  try {
    return await load();
  } finally {
    loading -= 1;
  }
}
