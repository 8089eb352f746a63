/** The schema of a word that a test defines. */
export const wordOfTest = (type: string, title: string, properties: object = {}) => ({
  $id: `${type}.schema.json`,
  title,
  type: 'object' as const,
  description: 'A word of a test.',
  required: ['type'],
  additionalProperties: false as const,
  properties: { type: { const: type }, ...properties },
  examples: [{ type }],
});
