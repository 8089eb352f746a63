/** Compiles the random number generator's WebAssembly text into the module that ships with ganspec. */
import { readFile } from 'node:fs/promises';
import wabt from 'wabt';
import { banner } from './banner.js';

/**
 * The text of `src/generated/philoxWasm.ts`.
 * @param source `src/random/philox.wat`.
 */
export async function philoxModule(
  source = new URL('../src/random/philox.wat', import.meta.url),
): Promise<string> {
  const compiler = await wabt();
  const parsed = compiler.parseWat('philox.wat', await readFile(source, 'utf8'), { simd: true });
  const { buffer } = parsed.toBinary({});
  parsed.destroy();
  return [
    banner('src/random/philox.wat'),
    '/** The module in base64. */',
    'export const philoxWasm =',
    `  '${Buffer.from(buffer).toString('base64')}';`,
    '',
  ].join('\n');
}
