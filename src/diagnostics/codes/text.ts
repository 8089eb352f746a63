/** Codes of reading and parsing: GAN100 to GAN119. */
import type { CodeTable } from './code.js';

export const textCodes = {
  GAN100: {
    title: 'Not JSON',
    why: 'The text breaks off or breaks a rule of JSON, so what follows cannot be understood. Comments and trailing commas are fine.',
    fix: 'Correct the text at the caret; the message says what was expected there.',
  },
  GAN101: {
    title: 'Text after the end',
    why: 'A spec is one JSON value; something stands after its last brace.',
    fix: 'Delete it, or move it inside the braces.',
  },
  GAN103: {
    title: 'Empty file',
    why: 'There is nothing to compile.',
    fix: 'Start from a preset: { "extends": "dcgan-mnist" } is a whole spec.',
  },
  GAN104: {
    title: 'Duplicate key in an object',
    why: 'JSON readers silently keep one of the two, so the other would be ignored without a word.',
    fix: 'Delete one of them.',
  },
  GAN105: {
    title: 'Not a finite number',
    why: 'JSON has no NaN and no Infinity, and numbers beyond about 1.8e308 do not fit a 64-bit float.',
    fix: 'Write a finite number.',
  },
  GAN106: {
    title: 'Forbidden key',
    why: 'The keys "__proto__", "constructor" and "prototype" mean something to JavaScript itself; refusing them keeps a spec pure data. A key of more than 256 characters is no name.',
    fix: 'Choose another key.',
  },
  GAN107: {
    title: 'Nested too deeply',
    why: 'Brackets, blocks or bases go more than 64 deep. No spec needs that, and deep nesting is a way to exhaust memory.',
    fix: 'Flatten the text; a spec is rarely more than 8 deep.',
  },
  GAN108: {
    title: 'Too much text',
    why: 'A spec, with all that it extends, may hold 1 MiB of text and 30,000 values, a list 5,000 items. Larger files are nearly always data given by mistake.',
    fix: 'Check that the file named is the spec.',
  },
  GAN109: {
    title: 'Not UTF-8',
    why: 'The bytes of the file are not UTF-8 text. A byte order mark is accepted, other encodings are not.',
    fix: 'Save the file as UTF-8.',
  },
  GAN110: {
    title: 'No such spec',
    why: 'Neither a file nor a preset has this name.',
    fix: 'Check the spelling; "ganspec presets" lists the presets.',
  },
  GAN111: {
    title: 'Not a file',
    why: 'The path leads to a folder, a pipe or a device. Pipes are never opened, since that could wait for ever.',
    fix: 'Name a file; the spec "-" is read from standard input.',
  },
  GAN112: {
    title: 'File cannot be read',
    why: 'The operating system refused to open or read the file.',
    fix: 'Check its permissions.',
  },
  GAN113: {
    title: '"extends" forms a circle',
    why: 'A spec that extends itself, even through others, has no beginning.',
    fix: 'Take "extends" out of one of the files of the chain.',
  },
  GAN114: {
    title: '"extends" with an address, an absolute path, or a path out of the folder',
    why: 'A spec may build only on presets and on files in its own folder or in folders inside it, also when links lead there; nothing is ever fetched from a network.',
    fix: 'Write the name of a preset, or a path relative to the file.',
  },
  GAN115: {
    title: 'Invalid setting',
    why: '--set takes path=value, where the path leads through keys and list indices from 0, as in generator.layers.0.units=64.',
    fix: 'Correct the path; a list can be changed, not lengthened.',
  },
  GAN116: {
    title: 'Unknown version of the language',
    why: 'The spec is written in a later version of the language than this ganspec knows, so its words may mean something else.',
    fix: 'Install a newer ganspec, or write the spec in version 1.',
  },
  GAN117: {
    title: 'A value that JSON cannot hold',
    why: 'A spec given as an object is data: functions, symbols, BigInt, circular references and class instances have no place in it.',
    fix: 'Give plain objects, arrays, strings, finite numbers, booleans and null.',
  },
} as const satisfies CodeTable;
