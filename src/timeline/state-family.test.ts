import { describe, expect, test } from 'vitest';
import { familyOfInterval, familyOfWord } from './state-family.ts';

describe('state families', () => {
  test.each([
    ['Online', 'online'],
    ['OnlinePending', 'pending'],
    ['OfflineCallIssued', 'pending'],
    ['WaitingToComeOnline', 'pending'],
    ['DelayRestartingResource', 'pending'],
    ['Offline', 'offline'],
    ['Failed', 'failed'],
    ['EmbeddedFailure', 'failed'],
    ['CannotComeOnlineOnThisNode', 'failed'],
    ['WaitingToTerminate', 'terminating'],
    ['ProcessingFailure', 'terminating'],
    ['PartialOnline', 'pending'],
    ['StateUnknown', 'unknown'],
    ['INTERMEDIATE', 'pending'],
    ['PRIMARY_NORMAL', 'online'],
    ['RESOLVING_NORMAL', 'failed'],
    ['a word of tomorrow', 'unknown'],
  ])('%s is drawn as %s', (word, family) => {
    expect(familyOfWord(word)).toBe(family);
  });

  test('the life of a node has families of its own', () => {
    const node = { kind: 'node', name: 'ZQ1', writtenName: 'ZQ1' } as const;
    expect(familyOfInterval({ kind: 'state', entity: node, state: 'up' })).toBe('up');
    expect(familyOfInterval({ kind: 'state', entity: node, state: 'Down' })).toBe('stopped');
    expect(familyOfInterval({ kind: 'dark', entity: node, state: 'dark' })).toBe('dark');
  });
});
