import type { TensorMap } from '../ir/tensorType.js';

/** Names of the tensors that have NaN or infinite numbers. */
export function tensorsNotFinite(state: TensorMap): readonly string[] {
  const isBroken = ({ data }: { readonly data: ArrayLike<number> }): boolean => {
    for (let at = 0; at < data.length; at += 1) if (!Number.isFinite(data[at])) return true;
    return false;
  };
  return [...state].filter(([, tensor]) => isBroken(tensor)).map(([name]) => name);
}

/** Most names that a message lists. */
const maxNames = 3;

/** Names in a message, at most the first three. */
export function namesText(names: readonly string[]): string {
  const shown = names.slice(0, maxNames).join(', ');
  return names.length > maxNames ? `${shown}, …` : shown;
}
