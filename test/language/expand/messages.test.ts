/** Full texts of the diagnostics of expressions and composite layers. */
import { expect, it } from 'vitest';
import { expandText } from './expandText.js';

const head = '"data": "ring", "latent": { "dim": 4 }';
const discriminator = '"discriminator": { "layers": [{ "type": "dense", "units": 1 }] }';

/** All diagnostics of the spec with these lines; the first is line 2. */
function rendered(...lines: readonly string[]): string {
  return expandText(`{ ${head}, ${discriminator},\n${lines.join(',\n')}\n}`).text;
}

function generator(...layers: readonly string[]): string {
  return `"generator": { "layers": [\n${layers.join(',\n')}, { "type": "dense", "units": 2 } ] }`;
}

const plain = '"generator": { "layers": [{ "type": "dense", "units": 2 }] }';

it('reports an expression whose value is out of bounds', () => {
  expect(
    rendered(plain, '"parameters": { "size": 64 }', '"training": { "batchSize": "=size / 3" }'),
  ).toBe(
    `spec.json:4:28 error GAN122: batchSize must be a whole number, received 21.333333333333332 from "=size / 3"
    4 | "training": { "batchSize": "=size / 3" }
      |                            ^^^^^^^^^^^
   hint: "size": 63 gives 21, "size": 66 gives 22
`,
  );
});

it.each([
  ['"=half / 5"', 'batchSize', '"size": 60 gives 6, "size": 70 gives 7'],
  ['"=log2(size + 7)"', 'batchSize', '"size": 57 gives 6, "size": 121 gives 7'],
  ['"=half - 32"', 'batchSize', '"size": 66 gives 1'],
  ['"=size / 4 + other / 2"', 'steps', '"size": 62 gives 18, "size": 66 gives 19'],
])('says which values of a parameter would do for %s', (expression, key, hint) => {
  const text = rendered(
    plain,
    '"parameters": { "size": 64, "half": "=size / 2", "other": 5 }',
    `"training": { "${key}": ${expression} }`,
  );
  expect(/hint: (.*)/.exec(text)?.[1]).toBe(hint);
});

it.each([
  [
    'its own value',
    '"f": 30',
    '{ "type": "block", "block": "up" }',
    '"f": 28 gives 7, "f": 32 gives 8',
  ],
  [
    'the value that a layer gives',
    '"f": 30',
    '{ "type": "block", "block": "up", "with": { "f": 10 } }',
    '"f": 8 gives 2, "f": 12 gives 3',
  ],
  [
    'a value that comes from outside',
    '"f": "=size / 2"',
    '{ "type": "block", "block": "up", "with": { "f": "=size + 1" } }',
    '"f": 64 gives 16, "f": 68 gives 17',
  ],
])('says which values of a parameter of a block would do, for %s', (_, parameter, layer, hint) => {
  const text = rendered(
    '"parameters": { "f": 8, "size": 64 }',
    `"blocks": { "up": { "parameters": { ${parameter} }, "layers": [{ "type": "dense", "units": "=f / 4" }] } }`,
    generator(layer),
  );
  expect(/hint: (.*)/.exec(text)?.[1]).toBe(hint);
});

it('says which values of a parameter would do in a turn of a repeat, whose number stays', () => {
  const repeat =
    '{ "type": "repeat", "times": 2, "layers": [{ "type": "dense", "units": "=size / (index + 2)" }] }';
  const text = rendered('"parameters": { "size": 63 }', generator(repeat));
  expect([...text.matchAll(/hint: (.*)/g)].map(([, hint]) => hint)).toEqual([
    '"size": 62 gives 31, "size": 64 gives 32',
  ]);
});

it('does not take an unnamed layer of a block for one outside', () => {
  const text = rendered(
    '"blocks": { "two": { "layers": [{ "type": "dense", "units": 3 }, { "type": "add", "input": ["dense_0", "input"] }] } }',
    generator('{ "type": "dense", "units": 3 }', '{ "type": "block", "block": "two" }'),
  );
  expect(text).toBe(
    `spec.json:2:92 error GAN149: "dense_0" is no layer of this list
    2 | … "layers": [{ "type": "dense", "units": 3 }, { "type": "add", "input": ["dense_0", "input"] }] } },
      |                                                                         ^^^^^^^^^^^^^^^^^^^^
   hint: inside a block, a repeat or a residual only layers with a "name" can be read: give the layer meant a name, such as "inner"; a layer outside that is meant needs one too
`,
  );
});

it.each([
  '{ "type": "repeat", "times": 1, "layers": ["relu", { "type": "add", "input": ["relu_0", "input"] }] }',
  '{ "type": "residual", "layers": ["relu", { "type": "linear", "input": "relu_0" }] }',
])('does not take an unnamed layer for one outside in %s', (layer) => {
  expect(rendered(generator('"relu"', layer))).toContain('error GAN149: "relu_0" is no layer');
});

it('reads an unnamed layer of the network itself, and one outside that a block has no like of', () => {
  expect(
    rendered(
      generator(
        '{ "type": "dense", "units": 4 }',
        '{ "type": "repeat", "times": 1, "layers": ["relu", { "type": "add", "input": ["dense_0", "input"] }] }',
      ),
    ),
  ).not.toContain('GAN149');
});

it('tells which of two layers of one name is read', () => {
  const text = rendered(
    generator(
      '{ "type": "dense", "units": 3, "name": "skip" }',
      '{ "type": "residual", "layers": [{ "type": "relu", "name": "skip" }, { "type": "linear", "input": "skip" }] }',
    ),
  );
  expect(text).toContain(
    'warning GAN150: "skip" is the layer of this list, not the one of the same name outside',
  );
});

it('reports an expression with a syntax error', () => {
  expect(rendered(plain, '"training": { "batchSize": "=2 *" }')).toBe(
    `spec.json:3:28 error GAN140: "=2 *" cannot be read: expected a number, a name or "(", found the end
    3 | "training": { "batchSize": "=2 *" }
      |                            ^^^^^^
   hint: an expression is made of numbers, names, + - * / ^, parentheses and min, max, log2
`,
  );
});

it('reports unknown names', () => {
  expect(
    rendered(
      plain,
      '"parameters": { "size": 64, "other": 1 }',
      '"training": { "batchSize": "=sise", "steps": "=what", "seed": "=mix(1, 2)" }',
    ),
  ).toBe(
    `spec.json:4:28 error GAN141: unknown name "sise" in "=sise"
    4 | "training": { "batchSize": "=sise", "steps": "=what", "seed": "=mix(1, 2)" }
      |                            ^^^^^^^
   hint: did you mean "size"?
spec.json:4:46 error GAN141: unknown name "what" in "=what"
    4 | "training": { "batchSize": "=sise", "steps": "=what", "seed": "=mix(1, 2)" }
      |                                              ^^^^^^^
   hint: the names here are size, other; "parameters" defines more
spec.json:4:63 error GAN141: unknown function "mix" in "=mix(1, 2)"
    4 | "training": { "batchSize": "=sise", "steps": "=what", "seed": "=mix(1, 2)" }
      |                                                               ^^^^^^^^^^^^
   hint: did you mean "min"?
`,
  );
});

it('reports an expression without a value', () => {
  expect(rendered(plain, '"training": { "seed": "=log2(3 - 3)" }')).toBe(
    `spec.json:3:23 error GAN142: "=log2(3 - 3)" takes log2 of 0
    3 | "training": { "seed": "=log2(3 - 3)" }
      |                       ^^^^^^^^^^^^^^
   hint: write another number
`,
  );
});

it('reports an expression without a value in one turn of a repeat', () => {
  const inner = '{ "type": "dense",\n"units": "=8 / (2 - index)" }';
  expect(rendered(generator(`{ "type": "repeat", "times": 3, "layers": [${inner}] }`))).toBe(
    `spec.json:4:10 error GAN142: "=8 / (2 - index)" divides by zero
    4 | "units": "=8 / (2 - index)" }] }, { "type": "dense", "units": 2 } ] }
      |          ^^^^^^^^^^^^^^^^^^
   hint: here index is 2
`,
  );
});

it('reports an expression without =', () => {
  expect(
    rendered(
      plain,
      '"parameters": { "w": 4 }',
      '"training": { "batchSize": "w * 2", "steps": "many" }',
    ),
  ).toBe(
    `spec.json:4:28 error GAN122: batchSize must be a whole number, received the string "w * 2"
    4 | "training": { "batchSize": "w * 2", "steps": "many" }
      |                            ^^^^^^^
   hint: an expression starts with =: "=w * 2"
spec.json:4:46 error GAN122: steps must be a whole number, received the string "many"
    4 | "training": { "batchSize": "w * 2", "steps": "many" }
      |                                              ^^^^^^
`,
  );
});

it.each([
  ['${w}', '=w'],
  ['${w * 2}', '=w * 2'],
  ['{{ w }}', '=w'],
  ['$(w)', '=w'],
  ['$w', '=w'],
  ['${w}*100', '=w*100'],
  ['w**2', '=w^2'],
])('shows %s as the expression %s', (written, here) => {
  const text = rendered(plain, '"parameters": { "w": 4 }', `"training": { "steps": "${written}" }`);
  expect(/hint: (.*)/.exec(text)?.[1]).toBe(`an expression starts with =: "${here}"`);
});

it.each(['int', 'round', 'floor'])('says that %s has no counterpart', (name) => {
  const text = rendered(
    plain,
    '"parameters": { "w": 4 }',
    `"training": { "steps": "=${name}(w)" }`,
  );
  expect(/hint: (.*)/.exec(text)?.[1]).toBe(
    'nothing is rounded: choose numbers with which the expression gives a whole one',
  );
});

it('says how a power is written', () => {
  const text = rendered(plain, '"parameters": { "w": 4 }', '"training": { "steps": "=w**2 + 1" }');
  expect(/hint: (.*)/.exec(text)?.[1]).toBe('a power is written ^: "=w^2 + 1"');
});

it.each(['=w*10+0.5', '=0.5-w', '=w/0.7 + 0.1'])(
  'says that no value of a parameter lets %s give a whole number',
  (expression) => {
    const text = rendered(
      plain,
      '"parameters": { "w": 4 }',
      `"training": { "steps": "${expression}" }`,
    );
    expect(/hint: (.*)/.exec(text)?.[1]).toBe(
      'no whole number near that of "w" gives one that fits; change the expression',
    );
  },
);

it('reports parameters that depend on one another, once for all that use them', () => {
  expect(
    rendered(
      plain,
      '"parameters": { "a": "=b", "b": "=a + 1", "c": "=a" }',
      '"training": { "seed": "=c" }',
    ),
  ).toBe(
    `spec.json:3:33 error GAN143: parameters go round in a circle: a → b → a
    3 | "parameters": { "a": "=b", "b": "=a + 1", "c": "=a" },
      |                                 ^^^^^^^^
   hint: give one of these parameters a number
`,
  );
});

it('reports a chain of parameters that is too long, only if it is written in reverse order', () => {
  const names = Array.from({ length: 1000 }, (_, index) => `"p${index}": "=p${index + 1}"`);
  const forward = rendered(plain, `"parameters": { ${names.join(', ')}, "p1000": 1 }`);
  expect(forward).toContain('error GAN143: "=p64" depends on a chain of more than 64 parameters\n');
  expect(forward).toContain('hint: write parameters after those that they depend on\n');
  const backward = `"p1000": 1, ${names.reverse().join(', ')}`;
  expect(rendered(plain, `"parameters": { ${backward} }`)).toBe('');
});

it('reports malformed parameters', () => {
  expect(rendered(plain, '"parameters": { "my-size": 3, "b": "64" }')).toBe(
    `spec.json:3:17 error GAN126: the key "my-size" must be a letter, then letters, digits and underscores
    3 | "parameters": { "my-size": 3, "b": "64" }
      |                 ^^^^^^^^^
spec.json:3:36 error GAN122: b must be a number, received the string "64"
    3 | "parameters": { "my-size": 3, "b": "64" }
      |                                    ^^^^
   hint: write 64 without quotes
`,
  );
});

it('reports unknown blocks and unknown parameters of blocks', () => {
  expect(
    rendered(
      '"blocks": { "up": { "parameters": { "units": 3 }, "layers": ["relu"] } }',
      generator(
        '{ "type": "block", "block": "upp" }',
        '{ "type": "block", "block": "up", "with": { "unit": 2 } }',
      ),
    ),
  ).toBe(
    `spec.json:4:29 error GAN144: unknown block "upp"
    4 | { "type": "block", "block": "upp" },
      |                             ^^^^^
   hint: did you mean "up"?
spec.json:5:45 error GAN146: block "up" has no parameter "unit"
    5 | { "type": "block", "block": "up", "with": { "unit": 2 } }, { "type": "dense", "units": 2 } ] }
      |                                             ^^^^^^
   hint: did you mean "units"?
`,
  );
});

it('reports a block that uses itself through another', () => {
  expect(
    rendered(
      '"blocks": {\n"a": { "layers": [{ "type": "block", "block": "b" }] }',
      '"b": { "layers": [{ "type": "block", "block": "a" }] }}',
      generator('{ "type": "block", "block": "a" }'),
    ),
  ).toBe(
    `spec.json:4:47 error GAN145: block "a" uses itself: a → b → a
    4 | "b": { "layers": [{ "type": "block", "block": "a" }] }},
      |                                               ^^^
   hint: a block cannot contain itself; "repeat" uses layers several times
`,
  );
});

it('reports blocks nested too deeply without a circle', () => {
  const blocks = Array.from(
    { length: 80 },
    (_, index) => `"b${index}": { "layers": [{ "type": "block", "block": "b${index + 1}" }] }`,
  );
  const text = rendered(
    `"blocks": { ${blocks.join(',\n')},\n"b80": { "layers": ["relu"] } }`,
    generator('{ "type": "block", "block": "b0" }'),
  );
  expect(text).toContain('error GAN107: blocks use one another more than 64 deep here\n');
});

it('warns of an unused block', () => {
  expect(rendered(plain, '"blocks": { "up": { "layers": ["relu"] } }')).toBe(
    `spec.json:3:13 warning GAN147: no layer uses block "up"
    3 | "blocks": { "up": { "layers": ["relu"] } }
      |             ^^^^
   hint: use it with { "type": "block", "block": "up" }, or delete it
`,
  );
});

it('reports a short text that expands to too many layers', () => {
  const inner = '{ "type": "repeat", "times": 1e9, "layers": ["relu"] }';
  expect(rendered(generator(`{ "type": "repeat", "times": 1e9, "layers": [${inner}] }`))).toContain(
    'error GAN148: these layers, each as often as it is used, are more than 1,000 layers\n',
  );
});

it('reports a network that expands to no layers', () => {
  const none = '{ "type": "repeat", "times": 0, "layers": ["relu"] }';
  expect(rendered(`"generator": { "layers": [${none}] }`)).toBe(
    `spec.json:2:26 error GAN125: layers must have at least 1 item, has 0 when written out
    2 | "generator": { "layers": [{ "type": "repeat", "times": 0, "layers": ["relu"] }] }
      |                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   hint: a repeat with "times": 0 stands for no layer
`,
  );
  const comment = rendered(`"generator": { "layers": [ /* ${none} */\n // later\n] }`);
  expect(comment).toContain('error GAN125: layers must have at least 1 item, has 0\n');
  expect(comment).not.toContain('hint');
});

it('quotes a number as it is written', () => {
  expect(rendered(plain, '"training": { "seed": 9007199254740993 }')).toContain(
    ' at most 9007199254740991, received 9007199254740993\n',
  );
});

it('reports malformed composite layers', () => {
  expect(
    rendered(
      generator(
        '{ "type": "repeat", "times": "=5 / 2", "layers": ["relu"] }',
        '{ "type": "repeat", "times": -1, "layers": ["relu"] }',
        '{ "type": "residual", "shortcut": [] }',
        '{ "type": "residual", "layers": ["relu"], "shortcuts": ["=no"] }',
        '{ "type": "block", "block": 5, "with": { "a": true } }',
      ),
    ),
  ).toBe(
    `spec.json:3:30 error GAN122: times must be a whole number, received 2.5 from "=5 / 2"
    3 | { "type": "repeat", "times": "=5 / 2", "layers": ["relu"] },
      |                              ^^^^^^^^
spec.json:4:30 error GAN124: times must be at least 0, received -1
    4 | { "type": "repeat", "times": -1, "layers": ["relu"] },
      |                              ^^
spec.json:5:1 error GAN121: residual lacks "layers"
    5 | { "type": "residual", "shortcut": [] },
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   hint: layers: Layers of the residual path.
spec.json:6:43 error GAN120: unknown key "shortcuts" in residual
    6 | { "type": "residual", "layers": ["relu"], "shortcuts": ["=no"] },
      |                                           ^^^^^^^^^^^
   hint: did you mean "shortcut"?
spec.json:7:29 error GAN122: block must be a string, received 5
    7 | { "type": "block", "block": 5, "with": { "a": true } }, { "type": "dense", "units": 2 } ] }
      |                             ^
spec.json:7:47 error GAN122: a must be a number, received true
    7 | { "type": "block", "block": 5, "with": { "a": true } }, { "type": "dense", "units": 2 } ] }
      |                                               ^^^^
`,
  );
});

it('reports a mistake inside a repeat once for all turns', () => {
  const inner = '{ "type": "dense",\n"units": "=n" }';
  expect(rendered(generator(`{ "type": "repeat", "times": 3, "layers": [${inner}] }`))).toBe(
    `spec.json:4:10 error GAN141: unknown name "n" in "=n"
    4 | "units": "=n" }] }, { "type": "dense", "units": 2 } ] }
      |          ^^^^
   hint: the names here are index; "parameters" defines more
`,
  );
});

it('reports a block with the name of another layer of its list', () => {
  const blocks = '"blocks": { "up": { "layers": [{ "type": "dense", "units": 3 }] } }';
  const use = '{ "type": "block", "name": "x", "block": "up" }';
  const layer = '{ "type": "dense", "name": "x", "units": 3 }';
  expect(rendered(blocks, generator(use, layer))).toBe(
    `spec.json:5:28 error GAN210: two layers of this list are called "x"
    5 | { "type": "dense", "name": "x", "units": 3 }, { "type": "dense", "units": 2 } ] }
      |                            ^^^
   note: spec.json:4:1 the first one is here
   hint: give one of them another name
`,
  );
  const repeat = '{ "type": "repeat", "name": "x", "times": 2, "layers": ["relu"] }';
  const residual = '{ "type": "residual", "name": "x", "layers": ["relu"] }';
  for (const [first, second] of [
    [layer, use],
    [use, use],
    [residual, repeat],
  ] as const) {
    expect(rendered(blocks, generator(first, second))).toContain(
      'error GAN210: two layers of this list are called "x"\n',
    );
  }
});

it('reports one name for two layers of a residual, one in each of its lists', () => {
  const [layers, shortcut] = ['"repeat", "times": 2, "layers": ["relu"]', '"relu"'].map(
    (type) => `[{ "name": "x", "type": ${type} }]`,
  );
  expect(
    rendered(generator(`{ "type": "residual", "layers": ${layers},\n"shortcut": ${shortcut} }`)),
  ).toContain('spec.json:4:24 error GAN210: two layers of this list are called "x"\n');
});

it('reports paths of a residual with different output shapes', () => {
  expect(
    rendered(generator('{ "type": "residual", "layers": [{ "type": "dense", "units": 5 }] }')),
  ).toBe(
    `spec.json:3:11 error GAN204: add joins inputs of one shape, but has [5] and [4]
    3 | { "type": "residual", "layers": [{ "type": "dense", "units": 5 }] }, { "type": "dense", "units": 2 …
      |           ^^^^^^^^^^
   hint: Bring them to one shape first, for example by a conv2d with kernelSize 1 (in a residual: as its "shortcut").
`,
  );
});

it('reports nothing but the version for a spec in another version of the language', () => {
  expect(rendered('"version": 2', plain, '"training": { "seed": "=$" }')).toBe(
    `spec.json:2:12 error GAN116: this spec is written in version 2 of the language, and this ganspec speaks version 1
    2 | "version": 2,
      |            ^
   hint: install a ganspec that knows it, or write the spec in version 1
`,
  );
});

it('reports a block named under a misspelt key, and not the block as unused', () => {
  const blocks = '"blocks": { "up": { "parameters": { "units": 4 }, "layers": ["relu"] } }';
  expect(rendered(generator('{ "type": "block", "use": "up" }'), blocks)).toBe(
    `spec.json:3:20 error GAN120: unknown key "use" in block
    3 | { "type": "block", "use": "up" }, { "type": "dense", "units": 2 } ] },
      |                    ^^^^^
   hint: here it is called "block"
`,
  );
  expect(
    rendered(generator('{ "type": "block", "block": "up", "params": { "units": 3 } }'), blocks),
  ).toBe(
    `spec.json:3:35 error GAN120: unknown key "params" in block
    3 | { "type": "block", "block": "up", "params": { "units": 3 } }, { "type": "dense", "units": 2 } ] },
      |                                   ^^^^^^^^
   hint: here it is called "with"
`,
  );
});
