/** Entries made up for tests. */
import { defineLoss } from '../../src/entries/loss.js';
import { definePenalty } from '../../src/entries/penalty.js';
import type { Entry } from '../../src/entries/entry.js';
import type { Tagged } from '../../src/entries/tagged.js';
import type { FragmentSchema, PropertySchema } from '../../src/language/schema/fragment.js';
import { tf } from '../../src/tf.js';

/** A loss or penalty that does nothing, with these options. */
export function entryLike(
  kind: 'loss' | 'penalty',
  type: string,
  options: Readonly<Record<string, PropertySchema>> = {},
  fragment: Readonly<Partial<FragmentSchema>> = {},
): Entry {
  const name = (type.split('/').at(-1) ?? '').replace(/^./, (first) => first.toUpperCase());
  const schema: FragmentSchema = {
    $id: `${type}.schema.json`,
    title: `${name}${kind === 'loss' ? 'Loss' : 'Penalty'}`,
    description: 'Made up.',
    type: 'object',
    required: ['type'],
    additionalProperties: false,
    properties: { type: { const: type }, ...options },
    examples: [{ type }],
    ...fragment,
  };
  return kind === 'loss'
    ? defineLoss<Tagged>({
        type,
        schema,
        scores: 'logits',
        discriminatorLoss: ({ real }) => tf.mean(real),
        generatorLoss: ({ fake }) => tf.mean(fake),
      })
    : definePenalty<Tagged>({ type, schema, perSample: true, project: (parameter) => parameter });
}
