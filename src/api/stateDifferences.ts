/** Differences between the tensors of a GAN and saved ones. */
import { sameType } from '../ir/sameType.js';
import { typeText, type TensorType } from '../ir/tensorType.js';

type Types = ReadonlyMap<string, TensorType>;

/** One text for each tensor that is only on one side, or of another type, as in `x is f32[2] here and f32[3] there`. */
export function stateDifferences(here: Types, there: Types): readonly string[] {
  const unknown = [...there.keys()].filter((name) => !here.has(name));
  return [
    ...[...here].flatMap(([name, type]) => differenceText(name, type, there.get(name)) ?? []),
    ...unknown.map((name) => `${name} is only there`),
  ];
}

function differenceText(
  name: string,
  here: TensorType,
  there: TensorType | undefined,
): string | undefined {
  if (!there) return `${name} is only here`;
  if (sameType(here, there)) return undefined;
  return `${name} is ${typeText(here)} here and ${typeText(there)} there`;
}
