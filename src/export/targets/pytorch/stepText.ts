/** The losses of each step in `step.py`. */
import type { ValueId } from '../../../ir/kernelGraph.js';
import type { GraphCall, OutlinedStep } from '../../../program/outline/outline.js';
import { Body, type CallText } from './body.js';
import { callText } from './callText.js';
import { definition, surroundings, writeResults } from './functionText.js';
import type { Project } from './project.js';
import { snakeCase, Variables } from './variables.js';

/** The function that gives the losses of a step. */
export interface StepFacts {
  readonly step: string;
  readonly text: string;
  /** Parts of a batch that it needs, as Python names them. */
  readonly data: readonly string[];
}

/** Writes the losses of a step, the shared passes first. */
export function stepFacts({ step, body: own, terms }: OutlinedStep, project: Project): StepFacts {
  const names = new Variables();
  for (const name of ['real', 'real_labels', 'losses']) names.nameOf(name);
  const unit = { name: 'step.batch', pair: [project.batchSize, 2 * project.batchSize] } as const;
  const body = new Body(own, {
    ...surroundings(project, names, 'step.draws', 'step.device'),
    call: (call, operands) => inStep(callText(call, operands, project)),
    unit,
  });
  const [graph] = own.graphs;
  const isTerm = new Map(terms.map((term) => [own.calls[term.call], term]));
  const outputOf = (call: number): ValueId => own.calls[call]?.outputs[0]?.value ?? 0;
  const always = [
    ...own.calls
      .filter((call) => call.callee.kind === 'function' && !isTerm.get(call)?.lazy)
      .flatMap(({ inputs }) => inputs),
    ...graph.outputs.map(({ value }) => value),
  ];
  body.want([...terms.map(({ call }) => outputOf(call)), ...always]);
  for (const call of own.calls) {
    if (call.callee.kind !== 'function') continue;
    const targets = project.functions.get(call.callee.name)?.targets ?? new Set();
    call.inputs.forEach((id, at) => {
      if (targets.has(at)) body.targets.add(id);
    });
  }
  body.inline(graph.outputs.map(({ value }) => value));
  const functions = new Set([...body.all].filter((item) => isFunction(item)));
  const shared = body.needs(always);
  body.write(new Set([...shared].filter((item) => !functions.has(item))));
  const players = [...new Set(terms.map(({ player }) => player))];
  for (const player of players) {
    const own_ = terms.filter((term) => term.player === player);
    const total = names.nameOf(`${player}_total`);
    own_.forEach(({ call, lazy }, at) => {
      const item = own.calls[call];
      if (!item) return;
      const sum = at === 0 ? `${total} = ` : `${total} = ${total} + `;
      const write = (): void => {
        body.write(new Set([...body.needs(item.inputs)].filter((one) => !functions.has(one))));
        const operands = item.inputs.map((id) => body.valueOf(id));
        body.line(`${sum}${callText(item, operands, project).text}`);
      };
      if (lazy) body.block(`if "${lazy.name}" in step.due:`, write);
      else write();
    });
    body.line(`step.report["${player}Loss"] = ${total}.detach()`);
  }
  for (const call of own.calls) {
    if (call.callee.kind !== 'function' || isTerm.has(call)) continue;
    const operands = call.inputs.map((id) => body.valueOf(id));
    body.line(callText(call, operands, project).text);
  }
  writeResults(body, graph.outputs);
  const result = players.map((player) => `"${player}": ${names.nameOf(`${player}_total`)}`);
  body.line(`return {${result.join(', ')}}`);
  const text = body.lines.join('\n');
  const data = own.feeds
    .filter(({ source }) => source.kind === 'data')
    .map(({ name }) => snakeCase(name))
    .filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  const operands = ['step: Step', ...data.map((name) => `${name}: Tensor`)];
  const heading = `${step}_losses(${operands.join(', ')})`;
  return { step, text: definition(heading, 'dict[str, Tensor]', body.lines), data };
}

function isFunction(item: object): boolean {
  return 'callee' in item && (item as GraphCall).callee.kind === 'function';
}

/** A call in step.py, where losses have their module's name. */
function inStep({ text, results }: CallText): CallText {
  return { text: text.replace(/^augment\(/, 'losses.augment('), results };
}
