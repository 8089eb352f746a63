/** `docs/reference/engines.md`, the table of engines, made from the list of engines. */
import { format } from 'prettier';
import { engineList } from '../src/engines/list.js';
import { remark } from './banner.js';

/** Path and text of the page. */
export async function enginesPage(): Promise<readonly [path: string, text: string]> {
  const rows = engineList.map(
    ({ name, library, description }) => `| \`${name}\` | \`${library}\` | ${description} |`,
  );
  const table = ['| engine | library | description |', '| --- | --- | --- |', ...rows].join('\n');
  const text = [
    `<!-- ${remark('src/engines/list.ts')} -->`,
    '# Engines',
    'The engines in the order in which `--engine auto` tries them. [How to write one](../engines.md) is a page of its own.',
    await format(table, { parser: 'markdown' }),
  ].join('\n\n');
  return ['docs/reference/engines.md', text];
}
