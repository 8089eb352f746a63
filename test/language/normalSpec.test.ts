import { expectTypeOf, it } from 'vitest';
import type { ConstantSchedule } from '../../src/generated/spec.js';
import type { NormalLayer, NormalPenalty, NormalSpec } from '../../src/language/normalSpec.js';

type Training = NormalSpec['training'];

it('has every default filled in', () => {
  expectTypeOf<NormalSpec['name']>().toEqualTypeOf<string>();
  expectTypeOf<Training['update']>().toEqualTypeOf<
    'alternating' | 'simultaneous' | 'extraGradient'
  >();
  expectTypeOf<NonNullable<NormalSpec['labels']>['features']>().toEqualTypeOf<string | null>();
  expectTypeOf<NormalSpec['description']>().toEqualTypeOf<string | undefined>();
});

it('has numbers for expressions, and schedules where the schema takes them', () => {
  expectTypeOf<Training['batchSize']>().toEqualTypeOf<number>();
  expectTypeOf<NonNullable<Training['ema']>['halfLife']>().toEqualTypeOf<number | null>();
  expectTypeOf<number>().toExtend<Training['topK']>();
  expectTypeOf<{ type: 'constant'; value: 1 }>().toExtend<Training['topK']>();
  expectTypeOf<string>().not.toExtend<Training['topK']>();
  expectTypeOf<ConstantSchedule>().not.toExtend<Training['batchSize']>();
});

it('has an object of the common form of its kind for every entry', () => {
  expectTypeOf<NormalSpec['generator']['layers']>().toEqualTypeOf<readonly NormalLayer[]>();
  expectTypeOf<NormalLayer['name']>().toEqualTypeOf<string>();
  expectTypeOf<NormalLayer['input']>().toEqualTypeOf<readonly string[]>();
  expectTypeOf<NormalLayer['spectralNorm']>().toEqualTypeOf<boolean>();
  expectTypeOf<NormalLayer['equalizedLearningRate']>().toEqualTypeOf<boolean | number>();
  expectTypeOf<NormalSpec['penalties']>().toEqualTypeOf<readonly NormalPenalty[]>();
  expectTypeOf<NormalPenalty['every']>().toEqualTypeOf<number>();
  expectTypeOf<NormalSpec['loss']>().toEqualTypeOf<
    { readonly type: string } & Readonly<Record<string, unknown>>
  >();
});

it('has no key that expansion and normalization leave out', () => {
  expectTypeOf<NormalSpec>().not.toHaveProperty('extends');
  expectTypeOf<NormalSpec>().not.toHaveProperty('parameters');
});
