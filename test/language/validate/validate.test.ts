import { describe, expect, it } from 'vitest';
import { renderDiagnostics } from '../../../src/diagnostics/render.js';
import { DiagnosticSink } from '../../../src/diagnostics/sink.js';
import { builtIns } from '../../../src/generated/entries.js';
import { defineLoss } from '../../../src/entries/loss.js';
import { Registry } from '../../../src/entries/registry.js';
import { parseJson } from '../../../src/source/parse.js';
import { validate } from '../../../src/language/validate/validate.js';

const plugin = defineLoss<{ type: 'acme/softplus' }>({
  type: 'acme/softplus',
  schema: {
    $id: 'losses/softplus.schema.json',
    title: 'AcmeSoftplusLoss',
    description: 'A loss of a plugin.',
    type: 'object',
    required: ['type'],
    additionalProperties: false,
    properties: {
      type: { const: 'acme/softplus' },
      tag: { type: 'string', maxLength: 3, default: '', description: 'At most three letters.' },
      powers: { type: 'array', items: { type: 'number' }, uniqueItems: true, maxItems: 2 },
      half: { type: 'number', multipleOf: 0.5 },
    },
    examples: [{ type: 'acme/softplus' }],
  },
  scores: 'logits',
  discriminatorLoss: ({ real }) => real,
  generatorLoss: ({ fake }) => fake,
});

const plain = new Registry(builtIns);
const extended = plain.with([plugin]);

function complaints(loss: unknown, registry: Registry): string {
  const layers = [{ type: 'dense', units: 1 }];
  const spec = { data: 'mnist', generator: { layers }, discriminator: { layers }, loss };
  const { tree } = parseJson(
    `{ "loss": ${JSON.stringify(loss)},\n${JSON.stringify(spec).slice(1, -1)} }`.replace(
      /,"loss":.*\}$/,
      '}',
    ),
    'a.json',
  );
  if (!tree) throw new Error('the spec of this test is JSON');
  const sink = new DiagnosticSink(tree);
  validate(tree, registry, sink);
  return renderDiagnostics(sink.list);
}

describe('validate', () => {
  it('has nothing to say about a spec without mistakes', () => {
    expect(complaints('hinge', plain)).toBe('');
  });

  it('knows the types of loaded plugins', () => {
    expect(complaints('acme/softplus', extended)).toBe('');
    expect(complaints('acme/softplus', plain)).toBe(
      [
        'a.json:1:11 error GAN127: loss type "acme/softplus" is that of a plugin that is not loaded',
        '    1 | { "loss": "acme/softplus",',
        '      |           ^^^^^^^^^^^^^^^',
        '   hint: load it with --plugin FILE, or with createCompiler({ plugins })',
        '',
      ].join('\n'),
    );
    expect(complaints('acme/softplux', extended)).toBe(
      [
        'a.json:1:11 error GAN102: unknown loss type "acme/softplux"',
        '    1 | { "loss": "acme/softplux",',
        '      |           ^^^^^^^^^^^^^^^',
        '   hint: did you mean "acme/softplus"?',
        '',
      ].join('\n'),
    );
  });

  it('reports rules of a plugin that the language itself does not use', () => {
    const loss = { type: 'acme/softplus', tag: 'long', powers: [1, 2, 2], half: 0.3 };
    expect(complaints(loss, extended)).toBe(
      [
        'a.json:1:41 error GAN125: tag must have at most 3 characters, has 4',
        '    1 | { "loss": {"type":"acme/softplus","tag":"long","powers":[1,2,2],"half":0.3},',
        '      |                                         ^^^^^^',
        'a.json:1:57 error GAN125: powers must have at most 2 items, has 3',
        '    1 | { "loss": {"type":"acme/softplus","tag":"long","powers":[1,2,2],"half":0.3},',
        '      |                                                         ^^^^^^^',
        'a.json:1:60 error GAN125: powers has 2 twice',
        '    1 | { "loss": {"type":"acme/softplus","tag":"long","powers":[1,2,2],"half":0.3},',
        '      |                                                            ^',
        '   hint: delete one of the two',
        'a.json:1:72 error GAN126: half must be multiple of 0.5',
        '    1 | { "loss": {"type":"acme/softplus","tag":"long","powers":[1,2,2],"half":0.3},',
        '      |                                                                        ^^^',
        '',
      ].join('\n'),
    );
  });
});
