/**
 * `npm run codegen [-- --check]`: fragments → bundled schema, types, entry tables, reference, in the current folder.
 * With `--check` nothing is written, and stale files are an error.
 */
import { generate } from './generate.js';
import { staleFiles, writeFiles } from './outputs.js';

const root = process.cwd();
const check = process.argv.includes('--check');
const { files, problems } = await generate(root);
const stale = check ? staleFiles(root, files) : writeFiles(root, files);
for (const path of stale) console.log(check ? `stale: ${path} (run npm run codegen)` : path);
for (const problem of problems) console.error(`error: ${problem}`);
if (problems.length > 0 || (check && stale.length > 0)) process.exitCode = 1;
