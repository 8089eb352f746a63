/** Points of the plane: the chosen one among many others. */
import type { Samples } from '../../../runs/samples.js';
import { element } from '../element.js';
import type { View } from './view.js';

const size = 480;
const margin = 16;

/** @param cloud The other points. */
export function pointsView(cloud: Samples): View {
  const canvas = element('canvas', { role: 'img', class: 'plot' });
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d');
  const reach = 1.05 * Math.max(...cloud.data.map(Math.abs), 1e-6);
  const place = (value: number): number => margin + ((value / reach + 1) / 2) * (size - 2 * margin);
  const dot = (data: Float32Array, row: number, radius: number): void => {
    context?.beginPath();
    context?.arc(place(data[2 * row] ?? 0), place(-(data[2 * row + 1] ?? 0)), radius, 0, 7);
    context?.fill();
  };
  return {
    element: canvas,
    show: ({ data }, caption) => {
      if (!context) return;
      context.clearRect(0, 0, size, size);
      context.fillStyle = getComputedStyle(document.body).color;
      context.globalAlpha = 0.35;
      for (let row = 0; row < cloud.data.length / 2; row += 1) dot(cloud.data, row, 2.5);
      context.fillStyle = getComputedStyle(canvas).color;
      context.globalAlpha = 1;
      dot(data, 0, 8);
      const [x = 0, y = 0] = data;
      canvas.setAttribute('aria-label', `${caption}: x ${x.toFixed(2)}, y ${y.toFixed(2)}`);
    },
  };
}
