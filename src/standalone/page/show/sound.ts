/** Sound: its waveform, and a button that plays it. */
import type { GeneratorDescription } from '../../../export/generator.js';
import { button } from '../controls.js';
import { element } from '../element.js';
import type { View } from './view.js';

const [width, height] = [640, 200];

export function soundView({ range: [low, high] }: GeneratorDescription, sampleRate: number): View {
  const canvas = element('canvas', { role: 'img', class: 'plot' });
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  let played: Float32Array<ArrayBuffer> = new Float32Array(1);
  let audio: AudioContext | undefined;
  const play = (): void => {
    audio ??= new AudioContext();
    const buffer = audio.createBuffer(1, played.length, sampleRate);
    buffer.copyToChannel(played, 0);
    const source = audio.createBufferSource();
    source.buffer = buffer;
    source.connect(audio.destination);
    source.start();
  };
  return {
    element: element('div', {}, canvas, button('Play', play)),
    show: ({ data }, caption) => {
      const middle = (low + high) / 2;
      const scaled = Array.from(data, (value) => (2 * (value - middle)) / (high - low));
      played = Float32Array.from(scaled, (value) => Math.min(1, Math.max(-1, value)));
      canvas.setAttribute(
        'aria-label',
        `${caption}: ${(data.length / sampleRate).toFixed(2)} seconds`,
      );
      if (!context) return;
      context.clearRect(0, 0, width, height);
      context.strokeStyle = getComputedStyle(canvas).color;
      context.beginPath();
      played.forEach((value, at) => {
        const [x, y] = [(at / (played.length - 1 || 1)) * width, ((1 - value) / 2) * height];
        if (at === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      });
      context.stroke();
    },
  };
}
