/** The table of engines in `docs/engines.md`, made from the list of engines. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { engineList } from '../src/engines/list.js';

const path = 'docs/engines.md';

/** The table stands between these lines. */
const start = '<!-- engines: written by `npm run codegen` -->\n';
const end = '<!-- end of engines -->\n';

/**
 * `docs/engines.md` with the table up to date; nothing where there is no such page.
 * @param root Folder of the repository.
 */
export async function enginesPage(
  root: string,
): Promise<readonly (readonly [path: string, text: string])[]> {
  if (!existsSync(join(root, path))) return [];
  const page = readFileSync(join(root, path), 'utf8');
  const [before, rest = ''] = page.split(start);
  const after = rest.split(end)[1];
  if (before === undefined || after === undefined) return [];
  const rows = engineList.map(
    ({ name, library, description }) => `| \`${name}\` | \`${library}\` | ${description} |`,
  );
  const text = ['| engine | library | description |', '| --- | --- | --- |', ...rows].join('\n');
  const table = await format(text, { parser: 'markdown' });
  return [[path, `${before}${start}\n${table}\n${end}${after}`]];
}
