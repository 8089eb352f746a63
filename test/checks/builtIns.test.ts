import { describe, expect, it } from 'vitest';
import { examine } from '../../src/checks/examine.js';
import { builtIns } from '../../src/generated/entries.js';
import { Registry } from '../../src/entries/registry.js';

const registry = new Registry(builtIns);
const cases = builtIns.map((entry) => ({ title: `${entry.kind} ${entry.type}`, entry }));

describe('every built-in entry', () => {
  it.each(cases)('$title passes every check', async ({ entry }) => {
    const findings = await examine(entry, registry);
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
    expect(findings.length).toBeGreaterThan(5);
  });
});
