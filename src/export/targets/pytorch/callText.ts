/** Calls of networks, gradients, augmentation and functions. */
import type { GraphCall } from '../../../program/outline/outline.js';
import type { CallText } from './body.js';
import type { PythonText } from './expression.js';
import type { Project } from './project.js';
import { snakeCase } from './variables.js';

/** Names of penalties and losses as functions. */
export function functionName(name: string): string {
  return snakeCase(name);
}

/** A call as the functions of losses.py write it, but that of a function has the name of the module. */
export function callText(
  { callee }: GraphCall,
  operands: readonly PythonText[],
  { networks, functions }: Project,
): CallText {
  const texts = operands.map(({ text }) => text);
  switch (callee.kind) {
    case 'gradient':
      return {
        text: `gradient(${texts.join(', ')})`,
        results: [{ name: 'output', wanted: 'slope' }],
      };
    case 'augment': {
      const draws = `step.draws${shareText(callee)}`;
      const text = `augment(${['step', draws, ...texts].join(', ')})`;
      return { text, results: [{ name: 'output', wanted: 'augmented' }] };
    }
    case 'function': {
      const found = functions.get(callee.name);
      const name = functionName(callee.name);
      const all = [...(found?.usesStep ? ['step'] : []), ...texts];
      const results = found?.hasResult ? [{ name: 'output', wanted: name }] : [];
      return { text: `losses.${name}(${all.join(', ')})`, results };
    }
    case 'network': {
      const facts = networks.get(callee.network);
      const all = [
        ...texts,
        ...(facts?.draws ? [`draws=step.draws${shareText(callee)}`] : []),
        ...(facts?.isScheduled ? ['scheduled=step.scheduled'] : []),
        ...(facts?.updates && callee.updates ? ['update=True'] : []),
      ];
      const first = resultName(callee.network, operands[0]);
      const heads = facts?.heads ?? [];
      const results = [
        { name: 'output', wanted: first },
        ...heads.map((name) => ({ name, wanted: `${first}_${name}` })),
      ];
      return { text: `step.${callee.network}(${all.join(', ')})`, results };
    }
  }
}

/** The part of the step's random numbers that a call takes. */
function shareText({
  prefix,
  part,
}: Pick<Extract<GraphCall['callee'], { prefix: string }>, 'prefix' | 'part'>): string {
  return [
    prefix === '' ? '' : `.within("${prefix}")`,
    part ? `.part(${part.index}, ${part.count})` : '',
  ].join('');
}

function resultName(network: string, input: PythonText | undefined): string {
  if (network === 'generator') return 'fake';
  if (network === 'recognition') return 'recognized';
  const of = /^[a-z_]+$/.exec(input?.text ?? '')?.[0];
  return of === undefined ? 'scores' : `${of}_scores`;
}
