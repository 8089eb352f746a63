/** Explains the first syntax error of a text. */
import { printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { errorAt } from './errorAt.js';
import type { SourceText } from './jsonTree.js';
import { placeOf } from './locate.js';

interface Explanation {
  readonly code?: 'GAN101' | 'GAN105';
  readonly message: string;
  readonly hint?: string;
}

/**
 * @param error As jsonc-parser reports it, with its offset in the source.
 * @param end Offset where the first value of the text ended.
 */
export function syntaxError(source: SourceText, error: ParseError, end: number): Diagnostic {
  const { offset, length } = error;
  const { code = 'GAN100', message, hint } = explain(source.text, error, end);
  const place = placeOf({ source, offset, length });
  return errorAt(place, code, message, hint === undefined ? {} : { hint });
}

/** Other languages of settings, by their first line that is no comment. */
const languages: readonly (readonly [name: string, firstLine: RegExp])[] = [
  ['YAML', /^(?:---|%YAML|-\s|[\w.-]+\s*:(?:\s|$))/],
  ['TOML', /^(?:\[{1,2}[a-z_][\w.-]*\]{1,2}\s*$|[\w."'-]+\s*=)/i],
  ['XML', /^<\w|^<\?xml/],
  ['Python or JavaScript', /^(?:import|from|const|let|var|export|def|class|module)\b/],
];

/** The explanation of a text in another language. */
function explainLanguage(text: string): Explanation | undefined {
  const start = text.replace(/^(?:\s|#.*(?:\n|$)|\/\/.*(?:\n|$))+/, '');
  const [line = ''] = start.split('\n', 1);
  const found = languages.find(([, firstLine]) => firstLine.test(line));
  return (
    found && {
      message: `this is not JSON; it looks like ${found[0]}`,
      hint: 'a spec is an object in JSON, such as { "extends": "dcgan-mnist", "training": { "steps": 1000 } }',
    }
  );
}

function explain(text: string, { error, offset, length }: ParseError, end: number): Explanation {
  const kind = printParseErrorCode(error);
  const found = foundAt(text, offset, length);
  const other = explainLanguage(text);
  if (other) return other;
  if (offset >= end && (kind === 'EndOfFileExpected' || kind === 'InvalidSymbol')) {
    return { code: 'GAN101', message: `expected the end of the text, found ${found}` };
  }
  const habit = kind === 'InvalidSymbol' ? explainHabit(text.slice(offset)) : undefined;
  return habit ?? explanations[kind](found);
}

/** Syntax of JavaScript, Python and YAML that people write by habit. */
const habits: readonly {
  readonly pattern: RegExp;
  readonly explain: (found: string) => Explanation;
}[] = [
  {
    pattern: /^[+-]?(?:NaN|Infinity|inf)\b/i,
    explain: (found) => ({
      code: 'GAN105',
      message: `${found} is not a JSON number`,
      hint: 'write a finite number',
    }),
  },
  {
    pattern: /^'/,
    explain: () => ({
      message: "expected a double quote, found '",
      hint: 'strings and keys stand in double quotes',
    }),
  },
  {
    pattern: /^[+.][\w.]+/,
    explain: (found) => ({
      message: `expected a value, found ${found}`,
      hint: 'a number starts with a digit or a minus sign',
    }),
  },
  {
    pattern: /^[a-z_$][\w$]*(?=\s*:)/i,
    explain: (found) => ({
      message: `the key ${found} stands without quotes`,
      hint: `write "${found}"`,
    }),
  },
  {
    pattern: /^(?:true|false|null|none|undefined)\b/i,
    explain: (found) => ({
      message: `expected a value, found ${found}`,
      hint: 'JSON writes true, false and null',
    }),
  },
];

function explainHabit(text: string): Explanation | undefined {
  for (const { pattern, explain: explainFound } of habits) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return explainFound(found);
  }
  return undefined;
}

const expected =
  (what: string) =>
  (found: string): Explanation => ({ message: `expected ${what}, found ${found}` });

const explanations: Readonly<
  Record<ReturnType<typeof printParseErrorCode>, (found: string) => Explanation>
> = {
  InvalidSymbol: expected('a value'),
  InvalidNumberFormat: expected('a number'),
  PropertyNameExpected: expected('a key in double quotes'),
  ValueExpected: expected('a value'),
  ColonExpected: expected('":" after the key'),
  CommaExpected: expected('a comma or a closing bracket'),
  CloseBraceExpected: expected('"}" at the end of the object'),
  CloseBracketExpected: expected('"]" at the end of the list'),
  EndOfFileExpected: expected('the end of the text'),
  InvalidCommentToken: expected('a value'),
  UnexpectedEndOfComment: () => ({ message: 'this comment has no end: expected */' }),
  UnexpectedEndOfString: () => ({ message: 'this string has no end: expected a double quote' }),
  UnexpectedEndOfNumber: (found) => ({ message: `expected a digit at the end of ${found}` }),
  InvalidUnicode: () => ({ message: 'expected four hexadecimal digits after \\u' }),
  InvalidEscapeCharacter: (found) => ({
    message: `unknown escape in ${found}`,
    hint: 'a backslash itself is written \\\\',
  }),
  InvalidCharacter: () => ({
    message: 'a control character stands in this string',
    hint: 'write a tab as \\t and a line break as \\n',
  }),
  '<unknown ParseErrorCode>': expected('JSON'),
};

function foundAt(text: string, offset: number, length: number): string {
  if (offset >= text.length) return 'the end of the text';
  const token = text.slice(offset, offset + length);
  const short = token.length > 30 ? `${token.slice(0, 29)}…` : token;
  return short.startsWith('"') ? short : `"${short}"`;
}
