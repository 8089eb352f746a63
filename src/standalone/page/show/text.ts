/** Text: the most likely character at every place. */
import type { GeneratorDescription } from '../../../export/generator.js';
import { element } from '../element.js';
import type { View } from './view.js';

export function textView(
  { sample: [, vocabulary = 1] }: GeneratorDescription,
  alphabet: readonly string[],
): View {
  const line = element('p', { class: 'text' });
  return {
    element: line,
    show: ({ data }) => {
      const characters = Array.from({ length: data.length / vocabulary }, (_, place) => {
        const scores = data.subarray(place * vocabulary, (place + 1) * vocabulary);
        return alphabet[scores.indexOf(Math.max(...scores)) - 1] ?? '';
      });
      line.textContent = characters.join('');
    },
  };
}
