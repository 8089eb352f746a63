/** An iteration of training as a drawing: samples and scores on their way to the loss, then the steps in their order. */
import { sampleShapeText } from '../resolve/quantityText.js';
import type { NormalSpec, Scheduled } from '../normalSpec.js';
import type { ResolvedGan, StepPlan } from '../resolvedGan.js';
import {
  arrowElement,
  boxElement,
  boxHeight,
  boxWidth,
  type Box,
  type BoxText,
  type Drawing,
} from './svg.js';

/** Room between boxes, in pixels. */
const gap = { x: 24, y: 26 };

export function flowDrawing(gan: ResolvedGan): Drawing {
  const { spec, data } = gan;
  const flow = flowTexts(gan);
  const source = { label: `data: ${spec.data.type}`, note: sampleShapeText(data.shape) };
  const width = boxWidth([...flow, source]);
  const down = flow.map((text, row): Box => {
    return { ...text, x: 0, y: row * (boxHeight + gap.y), width, isStart: row === 0 };
  });
  const real: Box = { ...source, x: width + gap.x, y: 0, width, isStart: true };
  const arrows = down.slice(1).map(({ y }) => `M${width / 2} ${y - gap.y}V${y}`);
  const judge = down[judgeRow]?.y ?? 0;
  const side = `M${real.x + width / 2} ${boxHeight}V${judge + boxHeight / 2}H${width}`;
  return {
    width: real.x + width,
    height: down.length * (boxHeight + gap.y) - gap.y,
    content: [...arrows, side]
      .map(arrowElement)
      .concat([...down, real].map(boxElement))
      .join('\n'),
  };
}

/** The place of the discriminator among the texts of the flow. */
const judgeRow = 2;

/** From the latent vector down to the loss, then the steps. */
function flowTexts({ spec, networks, iteration }: ResolvedGan): readonly BoxText[] {
  const { generator, discriminator } = networks;
  return [
    { label: 'latent', note: sampleShapeText(generator.inputShape) },
    { label: generator.name, note: `${generator.layers.length} layers` },
    { label: discriminator.name, note: `${discriminator.layers.length} layers` },
    { label: `loss: ${spec.loss.type}`, note: penaltiesText(spec) },
    ...iteration.map((plan, index) => ({
      label: `step ${index + 1}: ${plan.step}${timesText(plan)}`,
      note: optimizersText(spec, plan),
    })),
  ];
}

function penaltiesText({ penalties }: NormalSpec): string {
  if (penalties.length === 0) return 'no penalties';
  return `with ${penalties.map(({ name }) => name).join(', ')}`;
}

function timesText({ times }: StepPlan): string {
  return times === 1 ? '' : ` × ${times}`;
}

function optimizersText({ optimizers }: NormalSpec, { trains }: StepPlan): string {
  const texts = trains.map((player) => {
    const { type, learningRate } = optimizers[player] as {
      readonly type: string;
      // Optimizers of plugins may have none.
      readonly learningRate?: Scheduled;
    };
    return learningRate === undefined ? type : `${type}, ${rateText(learningRate)}`;
  });
  return [...new Set(texts)].join('; ');
}

function rateText(rate: Scheduled): string {
  return typeof rate === 'number' ? `rate ${rate}` : `rate: ${rate.type}`;
}
