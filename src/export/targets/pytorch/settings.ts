/** `settings.py`: what the spec says beside networks and losses. */
import { brokenStatement } from './brokenStatement.js';
import type { Scheduled } from '../../../language/normalSpec.js';
import { isStateOf } from './stateNames.js';
import type { OutlinedGan } from '../../../program/outline/outline.js';
import type { StepFacts } from './stepText.js';
import { NoTorchForm } from './noTorchForm.js';
import { layerAttributes } from './networkFacts.js';
import { settingNumber, scheduledText, type ImageClock } from './schedules.js';

/** @param data The settings of the data, as Python. */
export function settingsText(gan: OutlinedGan, steps: readonly StepFacts[], data: string): string {
  const { resolved } = gan;
  const { spec, networks } = resolved;
  const { training, monitor } = spec;
  const clock = {
    batchSize: training.batchSize * training.gradientAccumulation,
    count: resolved.data.count,
  };
  const players = Object.values(networks).map((network) => [network.role, network.optimizer]);
  const lazy = gan.steps.flatMap(({ terms }) => terms.flatMap((term) => term.lazy?.name ?? []));
  const needsReports = monitor.health.gradientNorms.action !== 'off';
  const changed = Object.values(networks).flatMap((network) => {
    const names = layerAttributes(network);
    return network.layers
      .filter(({ name }) => names.nameOf(name) !== name)
      .map(({ name }) => `    ("${network.role}", "${names.nameOf(name)}"): "${name}",\n`);
  });
  const numbers = gan.state.filter(
    ({ name }) => isStateOf(name, Object.keys(networks)) === 'number',
  );
  return `"""The settings of ${spec.name}."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import schedules
from plan import Clip, Data, Ema, Plan

NAME = ${JSON.stringify(spec.name)}
SEED = ${training.seed}
BATCH = ${training.batchSize}
"""Real samples of a batch, of all ranks together."""
STEPS = ${training.steps}
LOG_EVERY = ${monitor.logEvery}
CHECKPOINT_EVERY = ${monitor.checkpoint.every || 500}

ITERATION = ${iterationText(gan, steps)}
"""The steps of an iteration, in order."""
LAZY = {${[...new Set(lazy)].map((name) => JSON.stringify(name)).join(', ') || ''}}
PLAYERS = {${players.map(([role, player]) => `"${role}": "${player}"`).join(', ')}}
"""The player whose loss each network minimises."""

OPTIMIZERS: dict[str, tuple[str, dict[str, Any]]] = {
${(['generator', 'discriminator'] as const).map((player) => optimizerText(player, gan, clock)).join('')}}
SLOTS = {${(['generator', 'discriminator'] as const).map((player) => `"${player}": (${slotsOf(gan, player)})`).join(', ')}}
"""Tensors that each optimizer keeps for a parameter."""
SCHEDULED: dict[str, schedules.Scheduled] = {
${scheduledLines(gan, clock)}}
"""Numbers of losses and networks that change with the iteration."""
NUMBERS: dict[str, float] = {
${numbers.map(({ name, initial }) => `    "${name}": ${initial.kind === 'constant' ? settingNumber(initial.value) : 0},\n`).join('')}}
"""Numbers that are kept from step to step, as they start."""
EMA: Ema | None = ${emaText(gan, clock)}
CLIP: Clip | None = ${clipText(gan, clock)}
REPORTS_GRADIENTS = ${needsReports ? 'True' : 'False'}
REUSES_LATENTS = ${training.latents === 'fresh' ? 'False' : 'True'}
REPEATS_BATCHES = ${training.realBatches === 'repeated' ? 'True' : 'False'}

LAYERS: dict[tuple[str, str], str] = {
${changed.join('')}}
"""Layers whose names are no names in Python, by their names here."""

${data}
SPEC: dict[str, Any] = json.loads((Path(__file__).parent / "spec.json").read_text())
"""The whole spec, with every default."""
`
    .replaceAll(/= \{\n\}/g, '= {}')
    .replace('LAZY = {}', 'LAZY: set[str] = set()');
}

function iterationText(gan: OutlinedGan, steps: readonly StepFacts[]): string {
  const plans = steps.map((step) => planText(gan, step));
  return plans.length === 1
    ? `(${plans.join('')},)`
    : `(\n${plans.map((plan) => `    ${plan},\n`).join('')})`;
}

function planText({ resolved }: OutlinedGan, { step, data }: StepFacts): string {
  const plan = resolved.iteration.find((each) => each.step === step);
  if (!plan) throw new NoTorchForm(`it has no step "${step}"`);
  const lazy = plan.lazy.map(({ name, every }) => `"${name}": ${every}`);
  const parts = data.map((name) => `"${name}"`);
  return `Plan(${[
    `"${step}"`,
    `trains=(${plan.trains.map((player) => `"${player}"`).join(', ')}${plan.trains.length === 1 ? ',' : ''})`,
    ...(plan.times === 1 ? [] : [`times=${plan.times}`]),
    ...(plan.accumulation === 1 ? [] : [`accumulation=${plan.accumulation}`]),
    ...(lazy.length === 0 ? [] : [`lazy={${lazy.join(', ')}}`]),
    ...(data.join() === 'real'
      ? []
      : [`data=(${parts.join(', ')}${parts.length === 1 ? ',' : ''})`]),
  ].join(', ')})`;
}

const knownOptimizers = ['adam', 'adamW', 'sgd', 'rmsProp', 'adaGrad', 'lion', 'optimisticAdam'];

function optimizerText(
  player: 'generator' | 'discriminator',
  { resolved }: OutlinedGan,
  clock: ImageClock,
): string {
  const { type, ...options } = resolved.spec.optimizers[player];
  const pointer = `/optimizers/${player}`;
  if (!knownOptimizers.includes(type)) {
    throw new NoTorchForm(`PyTorch has no optimizer "${type}"`, pointer);
  }
  const words = Object.entries(options).map(([name, value]) => {
    const text =
      typeof value === 'boolean'
        ? value
          ? 'True'
          : 'False'
        : scheduledText(value as Scheduled, clock, `${pointer}/${name}`);
    return `"${name}": ${text}`;
  });
  return brokenStatement(`"${player}": ("${type}", {${words.join(', ')}})`, 4, ',')
    .map((line) => `    ${line}\n`)
    .join('');
}

function slotsOf({ state }: OutlinedGan, player: string): string {
  const found = state
    .map(({ name }) => name.split('/'))
    .filter(([kind, network]) => kind === 'optimizer' && network === player)
    .map(([, , slot]) => `"${slot ?? ''}"`);
  const slots = [...new Set(found)];
  return slots.length === 1 ? `${slots.join('')},` : slots.join(', ');
}

function scheduledLines(gan: OutlinedGan, clock: ImageClock): string {
  const all = [
    ...gan.networks.flatMap(({ training, inference }) => [training, inference]),
    ...gan.functions,
    ...gan.steps.map(({ body }) => body),
    ...gan.projections.map(({ body }) => body),
  ].flatMap(({ schedules }) => [...schedules]);
  return [...new Map(all)]
    .map(([name, value]) => `    "${name}": ${scheduledText(value, clock, `/${name}`)},\n`)
    .join('');
}

function emaText({ resolved }: OutlinedGan, clock: ImageClock): string {
  const { ema, generatorSteps } = resolved.spec.training;
  if (!ema) return 'None';
  const { decay, halfLife, rampUp, warmUp, start } = ema;
  const words = [
    `images=${clock.batchSize}`,
    `generator_steps=${generatorSteps}`,
    halfLife === null
      ? `decay=${scheduledText(decay, clock, '/training/ema/decay')}`
      : `half_life=${halfLife}`,
    ...(rampUp === null ? [] : [`ramp_up=${rampUp}`]),
    ...(warmUp ? ['warm_up=True'] : []),
    ...(start === 0 ? [] : [`start=${start}`]),
  ];
  return `Ema(${words.join(', ')})`;
}

function clipText({ resolved }: OutlinedGan, clock: ImageClock): string {
  const { gradientClip } = resolved.spec.training;
  if (!gradientClip) return 'None';
  const { by, limit } = gradientClip;
  return `Clip("${by}", ${scheduledText(limit, clock, '/training/gradientClip/limit')})`;
}
