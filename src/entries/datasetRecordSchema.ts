const interval = {
  type: 'array',
  minItems: 2,
  maxItems: 2,
  items: { type: 'number' },
} as const;
const size = { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER } as const;

/** JSON schema of a `DatasetRecord`; the recipe is for the entry that made it to judge. */
export const datasetRecordSchema = {
  type: 'object',
  required: ['description'],
  additionalProperties: false,
  properties: {
    description: {
      type: 'object',
      required: ['shape', 'range', 'count', 'classes'],
      properties: {
        shape: { type: 'array', minItems: 1, items: size },
        range: { anyOf: [{ type: 'null' }, interval] },
        extent: interval,
        flip: { type: 'boolean' },
        form: { enum: ['sound', 'text'] },
        mixture: {
          type: 'object',
          required: ['centres', 'stddev'],
          properties: {
            centres: { type: 'array', items: { type: 'array', items: { type: 'number' } } },
            stddev: { type: 'number' },
          },
        },
        count: size,
        classes: { anyOf: [{ type: 'null' }, size] },
        columns: {
          type: 'array',
          items: {
            type: 'object',
            required: ['name', 'kind', 'start', 'width', 'values'],
            properties: {
              name: { type: 'string' },
              kind: { type: 'string' },
              start: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
              width: size,
              values: { type: 'string' },
            },
          },
        },
        classList: {
          type: 'array',
          items: {
            type: 'object',
            required: ['name'],
            properties: {
              name: { type: 'string' },
              count: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
            },
          },
        },
      },
    },
    recipe: {},
  },
} as const;
