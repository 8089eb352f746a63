/**
 * `npm run new KIND NAME`: writes the three files of a built-in entry that works as it is, and brings the generated files
 * up to date. No other file changes.
 */
import { GanspecError } from '../src/diagnostics/errors.js';
import { templateKinds, type Kind } from '../src/entries/entry.js';
import { writeNewFiles } from '../src/scaffold/writeNewFiles.js';
import { builtInFiles } from './builtInFiles.js';
import { generate } from './generate.js';
import { writeFiles } from './outputs.js';

async function addEntry(root: string, kind: Kind, name: string): Promise<void> {
  const { names, files } = await builtInFiles(kind, name);
  for (const note of names.notes) console.error(`note: ${note}`);
  for (const path of writeNewFiles(root, files)) console.log(path);
  const generated = await generate(root);
  for (const path of writeFiles(root, generated.files)) console.log(path);
  for (const problem of generated.problems) console.error(`error: ${problem}`);
  if (generated.problems.length > 0) process.exitCode = 1;
}

const [wanted, name, ...more] = process.argv.slice(2);
const kind = templateKinds.find((known) => known === wanted);
if (kind === undefined || name === undefined || more.length > 0) {
  console.error(`usage: npm run new ${templateKinds.join('|')} NAME`);
  process.exitCode = 2;
} else {
  try {
    await addEntry('', kind, name);
  } catch (error) {
    if (!(error instanceof GanspecError)) throw error;
    console.error(`error ${error.code}: ${error.message}\n  hint: ${error.hint ?? ''}`);
    process.exitCode = error.exitCode;
  }
}
