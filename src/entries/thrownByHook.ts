/** Messages of errors that hooks throw. */
import { messageOf } from '../diagnostics/errors.js';
import { tf } from '../tf.js';

/** The call of a method that an object lacks, as V8 writes it: `tf.sub(...).mean is not a function`. */
const missingMethod = /^([a-z_$][\w$]*(?:\.[\w$]+|\(\.\.\.\))*)\.([\w$]+) is not a function$/;

/** The message of an error of a hook; where it calls an operation as a method of a tensor, with the function to write. */
export function thrownByHook(error: unknown): string {
  const message = messageOf(error);
  const [, object, name = ''] = missingMethod.exec(message) ?? [];
  if (object === undefined || object === 'tf' || !isOperation(name)) return message;
  return `${message}: the operations of tensors are functions, as in tf.${name}(${object.replaceAll('...', '…')})`;
}

function isOperation(name: string): boolean {
  return typeof Reflect.get(tf, name) === 'function';
}
