/** An iteration of training as a drawing: samples and scores on their way to the loss, then the steps in their order. */
import { sampleShapeText } from '../resolve/quantityText.js';
import type { NormalSpec, Scheduled } from '../normalSpec.js';
import type { ResolvedGan, StepPlan } from '../resolvedGan.js';
import { arrowElement, box, boxElement, type Box, type Drawing } from './svg.js';

/** Room between boxes, in pixels. */
const gap = { x: 24, y: 26 };

const columnAt = (column: number): number => column * (box.width + gap.x);
const rowAt = (row: number): number => row * (box.height + gap.y);

export function flowDrawing(gan: ResolvedGan): Drawing {
  const { spec, data, networks, iteration } = gan;
  const { generator, discriminator } = networks;
  const place = (column: number, row: number, label: string, note: string): Box => ({
    x: columnAt(column),
    y: rowAt(row),
    label,
    note,
    isStart: row === 0,
  });
  const latent = place(0, 0, 'latent', sampleShapeText(generator.inputShape));
  const real = place(1, 0, `data: ${spec.data.type}`, sampleShapeText(data.shape));
  const maker = place(0, 1, generator.name, `${generator.layers.length} layers`);
  const judge = place(0, 2, discriminator.name, `${discriminator.layers.length} layers`);
  const loss = place(0, 3, `loss: ${spec.loss.type}`, penaltiesText(spec));
  const steps = iteration.map((plan, index) =>
    place(
      0,
      4 + index,
      `step ${index + 1}: ${plan.step}${timesText(plan)}`,
      optimizersText(spec, plan),
    ),
  );
  const down = [latent, maker, judge, loss, ...steps];
  const arrows = down.slice(1).map((to, index) => below(down[index] ?? latent, to));
  const middle = real.x + box.width / 2;
  const side = `M${middle} ${real.y + box.height}V${judge.y + box.height / 2}H${judge.x + box.width}`;
  return {
    width: columnAt(2) - gap.x,
    height: rowAt(down.length) - gap.y,
    content: [...arrows, side]
      .map(arrowElement)
      .concat([...down, real].map(boxElement))
      .join('\n'),
  };
}

/** An arrow to the box below. */
function below(from: Box, to: Box): string {
  return `M${from.x + box.width / 2} ${from.y + box.height}V${to.y}`;
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
