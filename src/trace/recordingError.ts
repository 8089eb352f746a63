/** Errors of tensor code that is being recorded: mistakes in a layer, a loss or a penalty, most likely of a plugin. */
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { inRunningHook } from '../diagnostics/runningHook.js';
import { tf } from '../tf.js';

/** Error codes by kind of mistake. */
const codes = {
  unsupported: 'GAN810',
  data: 'GAN811',
  read: 'GAN812',
  foreign: 'GAN813',
  misuse: 'GAN814',
} as const;

/**
 * An error in the code that is being recorded; where that is a hook of a plugin, the message names it, with the line of its code.
 *
 * @param origin JSON Pointer of the piece of the spec that is being recorded; empty where there is none.
 */
export function recordingError(
  kind: keyof typeof codes,
  origin: string,
  message: string,
  hint: string,
): GanspecError {
  const pointer = origin === '' ? undefined : origin;
  return new GanspecError(codes[kind], exitCodes.spec, inRunningHook(message), hint, pointer);
}

const opSuffix = '__op';

/** The names of the running tfjs functions, outermost first, as in `tf.dropout > tf.randomUniform`; empty where none is running. */
export function runningOps(): string {
  // tfjs opens a scope with this suffix around each of its functions (operation.ts).
  return tf
    .engine()
    .state.scopeStack.filter(({ name }) => name.endsWith(opSuffix))
    .map(({ name }) => `tf.${name.slice(0, -opSuffix.length)}`)
    .join(' > ');
}
