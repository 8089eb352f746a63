/** The expected texts of a folder of broken specs, in its `expected.txt`: for each spec a line `=== name.json`, then the text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Text by the name of the spec.
 * @throws Error unless the file has a text for each spec of the folder, and for nothing else.
 */
export function expectedTexts(folder: string): ReadonlyMap<string, string> {
  const sections = readFileSync(join(folder, 'expected.txt'), 'utf8').split(/^=== /m).slice(1);
  const texts = new Map(
    sections.map((section) => {
      const end = section.indexOf('\n');
      return [section.slice(0, end), section.slice(end + 1)] as const;
    }),
  );
  const specs = readdirSync(folder).filter((file) => file.endsWith('.json'));
  if (specs.sort().join() !== [...texts.keys()].sort().join() || texts.size !== sections.length) {
    throw new Error(`${folder}: expected.txt does not have one text for each spec`);
  }
  return texts;
}
