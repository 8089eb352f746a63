import { describe, expect, it } from 'vitest';
import { schema as top } from '../../src/generated/gan.js';
import type { Kind } from '../../src/entries/entry.js';
import { referencePages, type DocumentedEntry } from '../../src/reference/referencePages.js';
import { entryLike } from '../entries/entryLike.js';

/** One page of a language whose only entries are these losses. */
function pageOf(file: string, ...losses: readonly DocumentedEntry[]): string | undefined {
  const pages = referencePages(top, (kind: Kind) => (kind === 'loss' ? losses : []));
  return pages.find((page) => page.file === file)?.text;
}

describe('a page of the reference', () => {
  it('has a section for each entry: origin, options, defaults and examples', () => {
    const options = {
      margin: { type: 'number', minimum: 0, default: 1, description: 'How far | how much.' },
      shape: { type: 'integer', description: 'One\nline.' },
    } as const;
    const examples = [{ type: 'acme/soft', shape: 2 }];
    const soft = entryLike('loss', 'acme/soft', options, { required: ['type', 'shape'], examples });
    const page = pageOf('losses.md', { ...soft, origin: './soft.mjs' });
    expect(page?.slice(page.indexOf('## '))).toBe(`## acme/soft

Made up.

From the plugin \`./soft.mjs\`.

| option | takes | default | |
|---|---|---|---|
| \`margin\` | number ≥ 0 | \`1\` | How far \\| how much. |
| \`shape\` | integer | required | One line. |

\`\`\`json
{"type":"acme/soft","shape":2}
\`\`\`
`);
  });

  it('explains an object that an option takes in a section of its own', () => {
    const window = {
      type: 'object',
      title: 'Window',
      description: 'How much is looked at.',
      properties: { size: { type: 'integer', default: 4, description: 'In steps.' } },
      default: {},
    } as const;
    const page = pageOf('losses.md', entryLike('loss', 'acme/soft', { window }));
    expect(page).toContain('| `window` | [Window](#window) | `{}` | How much is looked at. |');
    expect(page).toContain('## Window\n\nHow much is looked at.\n\n| option |');
    expect(page).toContain('| `size` | integer | `4` | In steps. |');
  });

  it('lists the keys of a spec, also for kinds without entries', () => {
    expect(pageOf('spec.md')).toContain('| `loss` | [loss](losses.md) | `"nonSaturating"` |');
    expect(pageOf('layers.md')).toContain('# Layers\n\nEvery layer also takes:\n\n| option |');
  });
});
