/** The schema of an entry of a test that has no options. */
export const bareSchema = (type: string, title: string) => ({
  $id: `${type}.schema.json`,
  title,
  description: 'Of a test.',
  type: 'object' as const,
  required: ['type'],
  additionalProperties: false as const,
  properties: { type: { const: type } },
  examples: [{ type }],
});
