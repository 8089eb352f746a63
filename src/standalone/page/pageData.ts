/** The data of an exported page, as `generator.js` puts them. */
import type { TableRecipe } from '../../datasets/tables/writeTable.js';
import type { GeneratorDescription } from '../../export/generator.js';

export interface PageData {
  readonly description: GeneratorDescription;
  readonly shown: ShownFacts;
  /** The content of `model.json`. */
  readonly model: string;
  /** The content of `weights.bin`, in base64. */
  readonly weights: string;
}

/** Facts about the data that samples are shown by; absent where the samples are of another kind, or these are not known. */
export interface ShownFacts {
  /** Characters of text from the second on; the first is none. */
  readonly alphabet?: readonly string[];
  /** Of sound, in hertz. */
  readonly sampleRate?: number;
  readonly table?: TableRecipe;
}
