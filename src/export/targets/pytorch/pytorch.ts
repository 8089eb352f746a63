/** The target `pytorch`: a project that trains the GAN on PyTorch's distributed engine. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSafetensors } from '../../../checkpoint/safetensors.js';
import { exitCodes, GanspecError } from '../../../diagnostics/errors.js';
import type { TensorData, TensorMap } from '../../../ir/tensorType.js';
import { packageFolder } from '../../../packageFolder.js';
import type { OutlinedFunction, OutlinedGan } from '../../../program/outline/outline.js';
import type { ExportSource, WriteTarget } from '../target.js';
import { Constants } from './constants.js';
import { dataOf } from './data.js';
import { functionText, stepFacts, type FunctionFacts, type Project } from './functions.js';
import { NoTorchForm } from './noTorchForm.js';
import { className } from './variables.js';
import { networkClass, networkFacts, type NetworkFacts } from './networks.js';
import { readme } from './readme.js';
import { settingsText } from './settings.js';
import { isStateOf } from './stateNames.js';

/** Iterations by which the project tests itself. */
const recordedIterations = 2;
/** Most numbers of a tensor that its own test compares. */
const comparedNumbers = 64;

/** The project; `gan` and what it needs of the state, the data and the recording. */
export const pytorchFiles: WriteTarget = async (source) => {
  const gan = source.outline();
  const data = await dataOf(source);
  const texts = projectTexts(gan, source, data.settings);
  const recorded = await source.recordIterations(recordedIterations);
  const networks = Object.keys(gan.resolved.networks);
  const spec = JSON.stringify(gan.resolved.spec, undefined, 2);
  const { iteration, writtenBy } = source;
  const metadata = { spec, iteration: String(iteration), writtenBy };
  const notes = notesOf(gan);
  return {
    files: new Map<string, string | Uint8Array>([
      ...templates(),
      ...texts,
      ['spec.json', `${spec}\n`],
      ['README.md', readme(source, gan, notes)],
      ['state.safetensors', writeSafetensors(keptState(source.state, networks), metadata)],
      ['equality.safetensors', writeSafetensors(comparison(recorded, networks))],
      ...data.files,
    ]),
    notes,
  };
};

/**
 * The files of the project that are made from the spec and its graphs.
 * @param data Settings of the data.
 * @throws GanspecError GAN534
 */
function projectTexts(
  gan: OutlinedGan,
  source: ExportSource,
  data: string,
): ReadonlyMap<string, string | Uint8Array> {
  try {
    return writeTexts(gan, source, data);
  } catch (error) {
    if (!(error instanceof NoTorchForm)) throw error;
    const place = error.pointer === undefined ? '' : ` (${error.pointer} of the spec)`;
    throw new GanspecError(
      'GAN534',
      exitCodes.usage,
      `the target pytorch cannot express ${error.message}${place}`,
      'Use words that PyTorch has a form for; docs/scale.md lists what is supported.',
      error.pointer,
    );
  }
}

function writeTexts(
  gan: OutlinedGan,
  source: ExportSource,
  data: string,
): ReadonlyMap<string, string | Uint8Array> {
  const { resolved, networks, steps } = gan;
  if (resolved.spec.training.update === 'extraGradient') {
    throw new NoTorchForm('extra-gradient updates', '/training/update');
  }
  const constants = new Constants();
  const roles = new Map(
    Object.values(resolved.networks).map((network) => [network.role as string, network]),
  );
  const facts = new Map<string, NetworkFacts>(
    networks.flatMap((network) => {
      const of = roles.get(network.role);
      return of ? [[network.role, networkFacts(network, of, headsOf(gan, network.role))]] : [];
    }),
  );
  const classes = networks.flatMap((network) => {
    const [of, own] = [roles.get(network.role), facts.get(network.role)];
    return of && own ? [networkClass(network, of, own, constants)] : [];
  });
  const functions = new Map<string, FunctionFacts>();
  const project: Project = {
    networks: facts,
    functions,
    batchSize: resolved.spec.training.batchSize,
    constants,
  };
  // Augmentation comes first, which penalties call.
  for (const own of gan.functions.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    functions.set(own.name, functionText(own, project));
  }
  const projections = gan.projections.map(({ network, penalty, body }) => ({
    network,
    penalty,
    facts: functionText(body, project),
  }));
  const stepTexts = steps.map((step) => stepFacts(step, project));
  const samples = functionText(gan.samples, project);
  const head = `of ${resolved.spec.name}; written by ${source.writtenBy}.`;
  const lossTexts = [
    ...[...functions.values()].map(({ text }) => text),
    ...new Set(projections.map((projection) => projection.facts.text)),
  ];
  return new Map<string, string | Uint8Array>([
    [
      'networks.py',
      networksFile(
        head,
        classes,
        networks.map(({ role }) => role),
      ),
    ],
    ['losses.py', lossesFile(head, lossTexts, projections)],
    [
      'step.py',
      stepFile(
        [...stepTexts.map(({ text }) => text), samples.text],
        steps.map(({ step }) => step),
      ),
    ],
    ['settings.py', settingsText(gan, stepTexts, data)],
    ...(constants.tensors.size === 0
      ? []
      : [['constants.safetensors', writeSafetensors(constants.tensors)] as const]),
  ]);
}

function rankOf({ name }: OutlinedFunction): number {
  return name === 'augment' ? 0 : 1;
}

/** Layers of a network that are read outside of it. */
function headsOf({ functions, steps }: OutlinedGan, role: string): readonly string[] {
  const calls = [...functions, ...steps.map(({ body }) => body)].flatMap(({ calls: own }) => own);
  const names = calls
    .filter(({ callee }) => callee.kind === 'network' && callee.network === role)
    .flatMap(({ outputs }) => outputs.map(({ name }) => name))
    .filter((name) => name !== 'output');
  return [...new Set(names)];
}

function networksFile(head: string, classes: readonly string[], roles: readonly string[]): string {
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

function lossesFile(
  head: string,
  texts: readonly string[],
  projections: readonly {
    readonly network: string;
    readonly penalty: string;
    readonly facts: FunctionFacts;
  }[],
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

function stepFile(texts: readonly string[], steps: readonly string[]): string {
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

const templateFolder = join(packageFolder, 'templates', 'pytorch');

function templateText(name: string): string {
  return readFileSync(join(templateFolder, name), 'utf8');
}

/** The files that are the same in every project. */
function templates(): ReadonlyMap<string, string> {
  const names = readdirSync(templateFolder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'step.py')
    .map(({ name }) => name);
  return new Map(names.map((name) => [name, templateText(name)]));
}

/** The state without what lasts one update only, and with the counters. */
function keptState(state: TensorMap, networks: readonly string[]): TensorMap {
  return new Map([...state].filter(([name]) => isStateOf(name, networks) !== undefined));
}

/** Numbers of a recording, of each tensor of the state a few. */
function comparison(
  { numbers, state }: Awaited<ReturnType<ExportSource['recordIterations']>>,
  networks: readonly string[],
): TensorMap {
  const few = [...keptState(state, networks)]
    .filter(([name]) => !/^training\/(step|updates\/)/.test(name))
    .map(([name, tensor]) => [`state/${name}`, sparse(tensor)] as const);
  return new Map([...numbers, ...few]);
}

function sparse(tensor: TensorData): TensorData {
  const every = Math.ceil(tensor.data.length / comparedNumbers);
  const data = Float32Array.from(tensor.data).filter((_, at) => at % every === 0);
  return { dtype: 'float32', shape: [data.length], data };
}

function notesOf({ resolved }: OutlinedGan): readonly string[] {
  const across = Object.values(resolved.networks)
    .flatMap(({ role, layers }) => layers.map((layer) => ({ role, ...layer })))
    .filter(({ acrossBatch }) => acrossBatch)
    .map(({ role, name }) => `${role}/${name}`);
  return across.length === 0
    ? []
    : [
        `on several ranks these layers see the batch of their rank alone, so results differ from one process: ${across.join(', ')}`,
      ];
}
