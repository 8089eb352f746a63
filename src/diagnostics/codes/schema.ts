/** Codes of validation: GAN102 and GAN120 to GAN139. */
import type { CodeTable } from './code.js';

export const schemaCodes = {
  GAN102: {
    title: 'Unknown type',
    why: 'Layers, losses and the like are told apart by "type"; no built-in and no loaded plugin has this one.',
    fix: 'Take the spelling of the hint; "ganspec layers", "ganspec losses" and so on list what there is, "ganspec show" describes a word.',
  },
  GAN120: {
    title: 'Unknown key',
    why: 'Every key is checked, because a misspelt option would otherwise be ignored without a word.',
    fix: 'Take the spelling of the hint, or delete the key.',
  },
  GAN121: {
    title: 'Missing key',
    why: 'This key has no default.',
    fix: 'Add it; the hint says what it means.',
  },
  GAN122: {
    title: 'Wrong kind of value',
    why: 'The key takes another kind of JSON value, such as a number rather than a string.',
    fix: 'Write a value of the kind that the message names.',
  },
  GAN123: {
    title: 'Not one of the choices',
    why: 'The key takes one of a few words only.',
    fix: 'Take one that the message lists.',
  },
  GAN124: {
    title: 'Number out of bounds',
    why: 'Outside these bounds the number has no meaning, such as a probability above 1; or it is infinite or 0 in float32, in which training computes.',
    fix: 'Choose a number within the bounds of the message.',
  },
  GAN125: {
    title: 'Too few or too many',
    why: 'A list or a text is shorter or longer than the key allows, or a list has something twice.',
    fix: 'Keep to the length that the message names, or delete what is there twice.',
  },
  GAN126: {
    title: 'Value not allowed here',
    why: 'The value breaks a rule of the schema that has no code of its own.',
    fix: 'The message says the rule.',
  },
  GAN127: {
    title: 'Type of a plugin that is not loaded',
    why: 'A type with a slash comes from a plugin. A spec is data and never names code, so plugins are loaded from the command line or the API.',
    fix: 'Add --plugin FILE, or createCompiler({ plugins }).',
  },
  GAN128: {
    title: 'More mistakes than are shown',
    why: 'At most a hundred diagnostics of a spec are shown, errors before warnings; this one counts the others.',
    fix: 'Correct those that are shown: one mistake may be the cause of many.',
  },
} as const satisfies CodeTable;
