/** Fixtures of several texts in one file: before each text stands a line `=== name`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The texts of a file by name. @throws Error where a name is there twice. */
export function textsByName(file: string): ReadonlyMap<string, string> {
  const sections = readFileSync(file, 'utf8').split(/^=== /m).slice(1);
  const texts = new Map(
    sections.map((section) => {
      const end = section.indexOf('\n');
      return [section.slice(0, end), section.slice(end + 1)] as const;
    }),
  );
  if (texts.size !== sections.length) throw new Error(`${file}: a name is there twice`);
  return texts;
}

/**
 * The texts of a folder of broken specs, in its `specs.txt`, by file name; the specs that they extend stand in folders
 * of their own.
 */
export function brokenSpecs(folder: string): ReadonlyMap<string, string> {
  return textsByName(join(folder, 'specs.txt'));
}

/**
 * The expected texts of a folder of broken specs, in its `expected.txt`, by the name of the spec, which begins with the
 * code of its first diagnostic.
 * @throws Error unless the file has a text for each broken spec, and for nothing else, and each name has its code.
 */
export function expectedTexts(folder: string): ReadonlyMap<string, string> {
  const texts = textsByName(join(folder, 'expected.txt'));
  const specs = [...brokenSpecs(folder).keys()].filter((file) => !file.includes('/'));
  if (specs.sort().join() !== [...texts.keys()].sort().join()) {
    throw new Error(`${folder}: expected.txt does not have one text for each spec`);
  }
  const misnamed = [...texts].filter(
    ([file, text]) => !file.startsWith(`${/GAN\d+/.exec(text)?.[0] ?? ''}-`),
  );
  if (misnamed.length > 0) throw new Error(`${folder}: ${String(misnamed)} lacks its code`);
  return texts;
}

/** Writes texts to files of their names in a folder, which is created. */
export function writeTexts(texts: ReadonlyMap<string, string>, folder: string): void {
  for (const [name, text] of texts) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
