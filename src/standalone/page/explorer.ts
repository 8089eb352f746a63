/** One sample, and the controls that change it. */
import type { GeneratorInput } from '../../export/generator.js';
import type { PortableGenerator } from '../portableGenerator.js';
import {
  button,
  choice,
  group,
  slider,
  wholeNumberField,
  type Slider,
  type WholeNumber,
} from './controls.js';
import { element } from './element.js';
import { between } from '../../random/between.js';
import type { View } from './show/view.js';

/** Sliders of one vector at most. */
const shownSliders = 16;
/** Standard deviations that sliders of normal numbers reach. */
const reach = 3;
/** Steps of a walk from one sample to the next. */
const walkSteps = 60;
/** The origin of numbers that were chosen by hand. */
const changed = 'with changed numbers';

export class Explorer {
  readonly element: HTMLElement;
  readonly #status = element('p', { role: 'status' });
  readonly #time = element('p', { class: 'time' });
  readonly #seed: WholeNumber;
  readonly #walk: HTMLButtonElement;
  /** Numbers of the random inputs. */
  #vectors: ReadonlyMap<string, Float32Array> = new Map();
  readonly #sliders: { readonly input: string; readonly at: number; readonly slider: Slider }[] =
    [];
  readonly #choices: { readonly input: string; readonly select: HTMLSelectElement }[] = [];
  #label = 0;
  /** Words for where these come from, as in `of seed 3`. */
  #origin = '';
  #isWalking = false;
  #isStale = false;
  #drawing: Promise<void> | undefined;

  constructor(
    private readonly generator: PortableGenerator,
    private readonly view: View,
    private readonly backend: string,
  ) {
    this.#seed = wholeNumberField('Seed', generator.description.seed, () => {
      void this.newSample(this.#seed.value());
    });
    this.#walk = button('Walk', () => {
      void this.#toggleWalk();
    });
    this.#walk.setAttribute('aria-pressed', 'false');
    const next = button('New sample', () => {
      void this.newSample(this.#seed.value() + 1);
    });
    this.element = element(
      'div',
      { class: 'explorer' },
      element('div', { class: 'sample' }, view.element, this.#status, this.#time),
      element(
        'form',
        {},
        group('Sample', this.#seed.row, ...this.#classes(), element('div', {}, next, this.#walk)),
        ...this.#interpolation(),
        ...generator.description.inputs.flatMap((input) => this.#inputControls(input)),
      ),
    );
  }

  /** The first sample of `ganspec sample` with this seed, in the chosen class. */
  async newSample(seed: number): Promise<void> {
    this.#seed.set(seed);
    await this.#move(this.generator.draw(seed), `of seed ${seed}`);
  }

  #classes(): readonly HTMLElement[] {
    const { classes, classNames } = this.generator.description;
    if (classes === null) return [];
    const words = classNames ?? Array.from({ length: classes }, (_, at) => String(at));
    const onChange = (place: number): void => {
      this.#label = place;
      void this.#update();
    };
    return [choice('Class', words, onChange)];
  }

  #interpolation(): readonly HTMLElement[] {
    let t = 0;
    const go = (): void => {
      const ends = [from.value(), to.value()] as const;
      void this.#move(this.#between(...ends, t), `between seeds ${ends.join(' and ')}`);
    };
    const { seed } = this.generator.description;
    const from = wholeNumberField('From seed', seed, go);
    const to = wholeNumberField('To seed', seed + 1, go);
    const along = slider('Position', [0, 1], (value) => {
      t = value;
      go();
    });
    along.set(0);
    return [group('Interpolation', from.row, to.row, along.row)];
  }

  #between(from: number, to: number, t: number): ReadonlyMap<string, Float32Array> {
    const [one, other] = [this.generator.draw(from), this.generator.draw(to)];
    const moved = this.generator.description.inputs.flatMap(({ name, distribution }) => {
      const [a, b] = [one.get(name), other.get(name)];
      if (!a || !b) return [];
      const isChoice = distribution.kind === 'oneHot';
      return [[name, isChoice ? a : between(a, b, t, distribution.kind)] as const];
    });
    return new Map(moved);
  }

  /** Sliders of a vector; a choice of a categorical code. Numbers of layers and classes have none. */
  #inputControls({ name, shape, distribution }: GeneratorInput): readonly HTMLElement[] {
    const [size = 1, ...more] = shape;
    const isVector = name === 'latent' || name.startsWith('codes/');
    if (!isVector || more.length > 0) return [];
    const title = name === 'latent' ? 'Latent vector' : `Code ${name.replace('codes/', '')}`;
    if (distribution.kind === 'oneHot') {
      const places = Array.from({ length: size }, (_, at) => String(at));
      const row = choice(title, places, (place) => {
        const vector = new Float32Array(size);
        vector[place] = 1;
        void this.#move(new Map([...this.#vectors, [name, vector]]), changed);
      });
      const select = row.querySelector('select');
      if (select) this.#choices.push({ input: name, select });
      return [group(title, row)];
    }
    const bounds: readonly [number, number] =
      distribution.kind === 'uniform' ? [distribution.low, distribution.high] : [-reach, reach];
    const sliders = Array.from({ length: Math.min(size, shownSliders) }, (_, at) => {
      const made = slider(`${at + 1}`, bounds, (value) => {
        const vector = Float32Array.from(this.#vectors.get(name) ?? new Float32Array(size));
        vector[at] = value;
        this.#vectors = new Map([...this.#vectors, [name, vector]]);
        this.#origin = changed;
        void this.#update();
      });
      this.#sliders.push({ input: name, at, slider: made });
      return made.row;
    });
    const rest = size - sliders.length;
    const note =
      rest > 0 ? [element('p', {}, `${rest} more numbers stay as they were drawn.`)] : [];
    return [group(title, ...sliders, ...note)];
  }

  async #toggleWalk(): Promise<void> {
    this.#isWalking = !this.#isWalking;
    this.#walk.setAttribute('aria-pressed', String(this.#isWalking));
    for (let step = 0; this.#isWalking; step += 1) {
      const seed = this.#seed.value();
      if (step > 0 && step % walkSteps === 0) this.#seed.set(seed + 1);
      const now = this.#seed.value();
      const vectors = this.#between(now, now + 1, (step % walkSteps) / walkSteps);
      await this.#move(vectors, 'on a walk');
      await new Promise(requestAnimationFrame);
    }
  }

  /** Takes other numbers, and shows them in the controls. */
  async #move(vectors: ReadonlyMap<string, Float32Array>, origin: string): Promise<void> {
    this.#vectors = vectors;
    this.#origin = origin;
    for (const { input, at, slider: each } of this.#sliders)
      each.set(vectors.get(input)?.[at] ?? 0);
    for (const { input, select } of this.#choices) {
      select.selectedIndex = vectors.get(input)?.indexOf(1) ?? 0;
    }
    await this.#update();
  }

  /** Draws the sample of the present numbers; what changes meanwhile is drawn next. */
  async #update(): Promise<void> {
    this.#isStale = true;
    this.#drawing ??= this.#drawAll().finally(() => {
      this.#drawing = undefined;
    });
    await this.#drawing;
  }

  async #drawAll(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const { classes } = this.generator.description;
      const start = performance.now();
      const sample = await this.generator.sample({
        feeds: Object.fromEntries(this.#vectors),
        ...(classes !== null && { label: this.#label }),
      });
      const words = `Sample ${this.#words()}`;
      this.view.show(sample, words);
      // It is read aloud when it changes, as it does not while a slider moves.
      if (this.#status.textContent !== words) this.#status.textContent = words;
      const time = (performance.now() - start).toFixed(0);
      this.#time.textContent = `${time} ms on ${this.backend}`;
    }
  }

  /** Words for the present sample. */
  #words(): string {
    const { classes, classNames } = this.generator.description;
    if (classes === null) return this.#origin;
    return `${this.#origin}, class ${classNames?.[this.#label] ?? this.#label}`;
  }
}
