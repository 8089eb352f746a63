/** The first lines of a new plugin: imports, the type of its options, and the beginning of its definition. */
import { unionName } from '../language/schema/bundleFragments.js';
import type { Kind } from '../entries/entry.js';
import type { Template } from '../entries/template.js';
import type { EntryNames } from './names.js';

/** The lines up to the definition in JavaScript, with types in comments. */
export function documentedHead(
  kind: Kind,
  { type, constant }: EntryNames,
  template: Template,
): string {
  const define = `define${unionName(kind)}`;
  return `import { ${define}${template.tensors ? ', tf' : ''} } from 'ganspec';

/** @typedef {{ type: '${type}'${optionTypes(template.options)} }} Options */
/** @type {typeof ${define}<${typeArguments(template)}>} */
const define = ${define};

/** ${template.formula} */
export const ${constant} = define({`;
}

/** The lines up to the definition in TypeScript. */
export function typedHead(kind: Kind, { type, constant }: EntryNames, template: Template): string {
  const define = `define${unionName(kind)}`;
  const members = [`type: '${type}'`, ...optionTypes(template.options).split(', ').slice(1)];
  return `import { ${define}${template.tensors ? ', tf' : ''} } from 'ganspec';

interface Options {
${members.map((member) => `  ${member};\n`).join('')}}

/** ${template.formula} */
export const ${constant} = ${define}<${typeArguments(template)}>({`;
}

function typeArguments({ typeArguments = [] }: Template): string {
  return ['Options', ...typeArguments].join(', ');
}

/** Members of the options' type; a schedulable number may be a schedule. */
function optionTypes(options: Template['options']): string {
  return Object.entries(options)
    .map(([name, { schedulable }]) =>
      schedulable === true
        ? `, ${name}?: number | import('ganspec').Schedule`
        : `, ${name}?: number`,
    )
    .join('');
}
