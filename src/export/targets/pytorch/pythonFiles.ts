/** The files of Python that are made from functions and classes, with their imports. */
import type { FunctionFacts } from './project.js';
import { templateText } from './templates.js';
import { className } from './variables.js';

/** Changes of a network's parameters by a penalty. */
export interface Projection {
  readonly network: string;
  readonly penalty: string;
  readonly facts: FunctionFacts;
}

/** `networks.py`. */
export function networksFile(
  head: string,
  classes: readonly string[],
  roles: readonly string[],
): string {
  const body = classes.join('\n\n');
  const table = roles.map((role) => `    "${role}": ${className(role)},\n`).join('');
  return pythonFile(
    `"""The networks ${head}

Layers have the names of the spec. Parameters have its names and shapes too, so that checkpoints go both ways."""`,
    ['import torch', 'import torch.nn.functional as F', 'from torch import Tensor'],
    ['from draws import Draws', opsImport(body, ['Network', 'Weights'])],
    `${body}\n\nNETWORKS: dict[str, type[Network]] = {\n${table}}\n`,
  );
}

/** `losses.py`. */
export function lossesFile(
  head: string,
  texts: readonly string[],
  projections: readonly Projection[],
): string {
  const players = [...new Set(projections.map(({ network }) => network))];
  const table = players.map((player) => {
    const own = projections.filter(({ network }) => network === player);
    const pairs = own.map(({ penalty, facts }) =>
      facts.usesStep
        ? `"${penalty}": ${facts.name}`
        : `"${penalty}": lambda _, value: ${facts.name}(value)`,
    );
    return `    "${player}": {${pairs.join(', ')}},\n`;
  });
  const type = 'PROJECTIONS: dict[str, dict[str, Callable[[Step, Tensor], Tensor]]]';
  const body = [
    ...texts,
    `${type} = ${table.length === 0 ? '{}' : `{\n${table.join('')}}`}\n"""Changes of a network's parameters after each update, by penalty."""\n`,
  ].join('\n\n');
  return pythonFile(
    `"""Losses and penalties ${head}

Each is weighted as the spec says, and is taken over the batch of one rank."""`,
    ['import torch', 'import torch.nn.functional as F', 'from torch import Tensor'],
    ['from context import Step', 'from draws import Draws', opsImport(body, [])],
    body,
    ['from collections.abc import Callable'],
  );
}

/** `step.py`. */
export function stepFile(texts: readonly string[], steps: readonly string[]): string {
  const template = templateText('step.py');
  const table = steps.map((step) => `    "${step}": ${step}_losses,\n`).join('');
  return template
    .replace('# <losses of the steps>\n', texts.join('\n\n'))
    .replace('    # <steps>\n', table);
}

/** A module with the imports that it uses. */
function pythonFile(
  heading: string,
  libraries: readonly string[],
  own: readonly string[],
  body: string,
  standard: readonly string[] = [],
): string {
  const isUsed = (line: string): boolean => {
    const names = line
      .replace(/^.*import /, '')
      .split(', ')
      .map((name) => name.replace(/^.* as /, ''));
    return line !== '' && names.some((name) => new RegExp(`\\b${name}\\b`).test(body));
  };
  const groups = [standard.filter(isUsed), libraries.filter(isUsed), own.filter(isUsed)].filter(
    (group) => group.length > 0,
  );
  const imports = groups.map((group) => `${group.join('\n')}\n`).join('\n');
  return `${heading}\n\nfrom __future__ import annotations\n\n${imports}\n\n${body}`;
}

/** Imports the helpers that a text uses. */
function opsImport(body: string, always: readonly string[]): string {
  const helpers = [
    'assign',
    'batch_mean',
    'constant',
    'conv2d',
    'conv_transpose2d',
    'gradient',
    'sum_blocks',
    'upsample',
  ];
  const used = [...always, ...helpers.filter((name) => new RegExp(`\\b${name}\\(`).test(body))];
  return used.length === 0 ? '' : `from ops import ${used.join(', ')}`;
}
