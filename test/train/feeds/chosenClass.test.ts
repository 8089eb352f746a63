import { describe, expect, it } from 'vitest';
import { chosenClass } from '../../../src/train/feeds/chosenClass.js';

const named = (...names: string[]) => ({
  count: names.length,
  list: names.map((name) => ({ name })),
});

describe('the class of samples', () => {
  it('is chosen by its name or its index', () => {
    expect(chosenClass('dogs', named('cats', 'dogs'))).toBe(1);
    expect(chosenClass('0', named('cats', 'dogs'))).toBe(0);
    expect(chosenClass(1, named('cats', 'dogs'))).toBe(1);
    expect(chosenClass('1', { count: 2, list: undefined })).toBe(1);
  });

  it('is a name, not an index, where names are numbers', () => {
    expect(chosenClass('1', named('1', '2', '26'))).toBe(0);
    expect(chosenClass('26', named('1', '2', '26'))).toBe(2);
  });

  it.each([
    [
      'dog',
      named('cats', 'dogs'),
      'there is no class "dog": the classes are cats, dogs',
      'Did you mean "dogs"?',
    ],
    ['0', named('1', '2'), 'there is no class 0: the classes are 1, 2', 'Ask for one of these.'],
    [
      2,
      named('cats', 'dogs'),
      'there is no class 2: the classes are 0 to 1',
      'Ask for one of these.',
    ],
    [
      'cats',
      { count: 2, list: undefined },
      'there is no class "cats": the classes are 0 to 1',
      'Ask for one of these.',
    ],
    [
      'cats',
      { count: 0, list: undefined },
      'class "cats" was asked for, but this GAN has no classes',
      'Leave the class out.',
    ],
  ])('%s among %j is refused', (wanted, classes, message, hint) => {
    expect(() => chosenClass(wanted, classes)).toThrow(
      expect.objectContaining({ code: 'GAN514', exitCode: 2, message, hint }),
    );
  });
});
