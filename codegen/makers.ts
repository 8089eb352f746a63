/** `src/generated/makers.ts`: the `define…` functions of all kinds, which the package exports. */
import { kindRecords, kinds } from '../src/entries/entry.js';
import { banner } from './banner.js';

/** Path and text of the module. */
export function makersModule(): readonly [path: string, text: string] {
  const text = [
    banner('src/entries/'),
    ...kinds.map((kind) => {
      const names = Object.keys(kindRecords[kind].makers).join(', ');
      return `export { ${names} } from '../entries/${kind}.js';`;
    }),
    '',
  ];
  return ['src/generated/makers.ts', text.join('\n')];
}
