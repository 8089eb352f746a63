import { describe, expect, it } from 'vitest';
import { builtInNames, pluginNames } from '../../src/scaffold/names.js';

describe('the names of a new plugin', () => {
  it('are the ones asked for where possible', () => {
    expect(pluginNames('loss', 'acme/softplus')).toEqual({
      type: 'acme/softplus',
      title: 'AcmeSoftplusLoss',
      constant: 'softplusLoss',
      stem: 'softplus',
      notes: [],
    });
  });

  it('are changed to a file name that every system allows, with a note', () => {
    expect(pluginNames('layer', 'acme/con')).toMatchObject({
      type: 'acme/con',
      stem: 'conLayer',
      notes: ['"con" cannot be a file\'s name everywhere; "conLayer" is used'],
    });
  });

  it('are changed to identifiers, with a note', () => {
    expect(pluginNames('loss', '3D Lab/2nd try')).toEqual({
      type: '3d-lab/the2ndTry',
      title: 'The3dLabThe2ndTryLoss',
      constant: 'the2ndTryLoss',
      stem: 'the2ndTry',
      notes: ['"3D Lab/2nd try" becomes the type "3d-lab/the2ndTry"'],
    });
    expect(pluginNames('loss', 'acme/delete').constant).toBe('deleteLoss');
  });
});

it('refuses the name of a device for a built-in entry', () => {
  expect(() => builtInNames('loss', 'nul')).toThrow('"nul" cannot be the type of a built-in entry');
});
