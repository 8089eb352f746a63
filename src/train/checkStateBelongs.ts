import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { argumentMustBe } from '../diagnostics/arguments.js';
import { isObject } from '../language/schema/mapSubschemas.js';
import { sameType } from '../ir/sameType.js';
import { typeText, type TensorMap, type TensorType } from '../ir/tensorType.js';
import { namesText } from './tensorsNotFinite.js';

/** Refuses what is no map. */
export const isTensorMap = argumentMustBe(
  'a Map of tensors by name',
  (value) => value instanceof Map,
);

const isTensorData = argumentMustBe(
  'an object with dtype, shape and data',
  (value) => isObject(value) && Array.isArray(value['shape']) && ArrayBuffer.isView(value['data']),
);

/**
 * Refuses state tensors that do not belong to a GAN.
 * @param declared Types of all its state tensors by name.
 * @throws GanspecError GAN504 for a name or a type that it does not have; GAN540 for what is no tensor.
 */
export function checkStateBelongs(
  state: TensorMap,
  declared: ReadonlyMap<string, TensorType>,
): void {
  isTensorMap('the state', state);
  for (const [name, tensor] of state) {
    const type = declared.get(name);
    if (!type) throw wrongState(`no state tensor is called "${name}"`);
    isTensorData(`state tensor "${name}"`, tensor);
    if (!sameType(type, tensor)) {
      throw wrongState(`state tensor "${name}" is ${typeText(type)}, not ${typeText(tensor)}`);
    }
  }
}

/** Refuses weights in which tensors of a GAN are missing: these would be the untrained ones. @throws GanspecError GAN504 */
export function checkWholeState(state: TensorMap, names: readonly string[]): void {
  const missing = names.filter((name) => !state.has(name));
  if (missing.length === 0) return;
  throw wrongState(
    `the state lacks ${missing.length} of ${names.length} tensors: ${namesText(missing)}`,
    'Give all tensors, as `readState` does; those that are missing would be the untrained ones.',
  );
}

function wrongState(
  message: string,
  hint = 'State can only be written to the GAN that it was read from; compare the specs.',
): GanspecError {
  return new GanspecError('GAN504', exitCodes.usage, message, hint);
}
