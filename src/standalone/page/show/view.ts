/** A view of samples. */
import type { Samples } from '../../../runs/samples.js';

export interface View {
  readonly element: HTMLElement;
  /** Shows one sample. @param caption Words for those who do not see it. */
  show(sample: Samples, caption: string): void;
}
