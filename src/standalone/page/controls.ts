/** Controls with their labels. */
import { element } from './element.js';

let made = 0;

/** A number for an identifier that the page has once. */
function newId(): string {
  made += 1;
  return `control-${made}`;
}

export interface Slider {
  readonly row: HTMLElement;
  /** Shows another value without calling back. */
  set(value: number): void;
}

/** A slider with its name and value. @param onInput Told each value that is chosen. */
export function slider(
  name: string,
  [min, max]: readonly [number, number],
  onInput: (value: number) => void,
): Slider {
  const id = newId();
  const input = element('input', {
    id,
    type: 'range',
    min: String(min),
    max: String(max),
    step: 'any',
  });
  // The slider itself tells its value to those who do not see it.
  const output = element('span', { 'aria-hidden': 'true' });
  const show = (value: number): void => {
    output.textContent = value.toFixed(2);
    input.setAttribute('aria-valuetext', value.toFixed(2));
  };
  input.addEventListener('input', () => {
    show(input.valueAsNumber);
    onInput(input.valueAsNumber);
  });
  // With the step "any", arrow keys would move by a hundredth of the range in some browsers and by one in others.
  input.addEventListener('keydown', (event) => {
    const direction = keyDirections[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    const value = input.valueAsNumber + direction * ((max - min) / 100);
    input.valueAsNumber = Math.min(max, Math.max(min, value));
    show(input.valueAsNumber);
    onInput(input.valueAsNumber);
  });
  const row = element('div', { class: 'slider' }, label(id, name), input, output);
  return {
    row,
    set: (value) => {
      input.valueAsNumber = value;
      show(value);
    },
  };
}

const keyDirections: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

/** A choice of one of several words. @param onChange Told the place of the word. */
export function choice(
  name: string,
  words: readonly string[],
  onChange: (place: number) => void,
): HTMLElement {
  const id = newId();
  const options = words.map((word, place) => element('option', { value: String(place) }, word));
  const select = element('select', { id }, ...options);
  select.addEventListener('change', () => {
    onChange(select.selectedIndex);
  });
  return element('div', { class: 'field' }, label(id, name), select);
}

export interface WholeNumber {
  readonly row: HTMLElement;
  readonly value: () => number;
  set(value: number): void;
}

/** A field for a whole number from 0 on. */
export function wholeNumberField(name: string, value: number, onChange: () => void): WholeNumber {
  const id = newId();
  const input = element('input', { id, type: 'number', min: '0', step: '1', value: String(value) });
  input.addEventListener('change', onChange);
  return {
    row: element('div', { class: 'field' }, label(id, name), input),
    value: () =>
      Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, Math.floor(input.valueAsNumber || 0))),
    set: (next) => {
      input.value = String(next);
    },
  };
}

export function button(name: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button' }, name);
  made.addEventListener('click', onClick);
  return made;
}

/** Controls under one heading. */
export function group(name: string, ...contents: readonly Node[]): HTMLElement {
  return element('fieldset', {}, element('legend', {}, name), ...contents);
}

function label(id: string, name: string): HTMLElement {
  return element('label', { for: id }, name);
}
