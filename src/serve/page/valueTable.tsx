/** Numbers of curves at a few steps, for readers who do not see the curves. */
import type { JSX } from 'preact';
import type { CurvesAnswer } from '../answers.js';
import { groupedDigits, fourDigits } from './texts.js';

const maxRows = 12;

export function ValueTable({
  title,
  steps,
  curves,
}: CurvesAnswer & { readonly title: string }): JSX.Element {
  const stride = Math.max(1, (steps.length - 1) / (maxRows - 1));
  const count = Math.min(maxRows, steps.length);
  const rows = Array.from({ length: count }, (_, row) => Math.round(row * stride));
  return (
    <details>
      <summary>{title} as a table</summary>
      <div class="scroll" role="region" tabIndex={0} aria-label={`${title} as a table`}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">
                Step
              </th>
              {curves.map(({ name }) => (
                <th key={name} scope="col" class="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((at) => (
              <tr key={at}>
                <th scope="row" class="number">
                  {groupedDigits(steps[at] ?? 0)}
                </th>
                {curves.map(({ name, mean }) => (
                  <td key={name} class="number">
                    {fourDigits(mean[at])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
