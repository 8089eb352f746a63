import { isObject } from '../schema/mapSubschemas.js';
import type { SpecRule } from './rule.js';
import { shortType } from './shortType.js';

/** Named penalties are counted, too. */
export const penaltyNames: SpecRule = {
  rule: 'a penalty without a name is called by its type, from the second of one type on with its index',
  apply: (spec) => {
    const penalties: unknown = spec['penalties'];
    if (!Array.isArray(penalties)) return spec;
    const seen = new Map<string, number>();
    const named = penalties.filter(isObject).map(({ type, name, ...options }) => {
      const short = shortType(type);
      const index = seen.get(short) ?? 0;
      seen.set(short, index + 1);
      const own = index === 0 ? short : `${short}_${index}`;
      return { type, name: name ?? own, ...options };
    });
    return { ...spec, penalties: named };
  },
};
