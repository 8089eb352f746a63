/** The hook of a plugin that is running, which messages about its tensors name. */
import { atPlace, callPlugin } from './codePlace.js';

let running: string | undefined;

/** File, entry and hook, as in `./odd.mjs: apply of layer "acme/odd"`; undefined while no hook of a plugin runs. */
export function runningHook(): string | undefined {
  return running;
}

/** A message, behind the running hook and before the line of its code; unchanged while no hook of a plugin runs. */
export function inRunningHook(message: string): string {
  return running === undefined ? message : `${running}: ${message}${atPlace(new Error())}`;
}

/** Calls a hook, or with undefined as its name a function of ganspec's own. @param name As `runningHook` gives it. */
export function runHook<T>(name: string | undefined, hook: () => T): T {
  const outer = running;
  running = name;
  try {
    return callPlugin(hook);
  } finally {
    running = outer;
  }
}
