// A small schema in the form in which introspection answers it.

import { Schema } from '../assets/script/schema/model.mjs';

const named = (kind, name) => ({ kind, name, ofType: null });
const must = (ofType) => ({ kind: 'NON_NULL', name: null, ofType });
const list = (ofType) => ({ kind: 'LIST', name: null, ofType });
const scalar = (name) => named('SCALAR', name);

function entry(name, type, more = {}) {
  return { name, type, args: [], description: null, isDeprecated: false, defaultValue: null, ...more };
}

function type(kind, name, more = {}) {
  const none = { fields: null, inputFields: null, enumValues: null, interfaces: null, possibleTypes: null };
  return { kind, name, description: null, isOneOf: false, ...none, ...more };
}

const status = named('ENUM', 'VoteStatus');

export const schema = new Schema({
  description: null,
  queryType: { name: 'Query' },
  mutationType: { name: 'Mutation' },
  subscriptionType: null,
  directives: [
    { name: 'include', description: null, locations: ['FIELD'], args: [entry('if', must(scalar('Boolean')))] },
    { name: 'deprecated', description: null, locations: ['FIELD_DEFINITION'], args: [] },
  ],
  types: [
    type('OBJECT', 'Query', {
      fields: [
        entry('votes', must(named('OBJECT', 'VoteConnection')), {
          args: [
            entry('first', scalar('Int'), { defaultValue: '20' }),
            entry('status', status),
            entry('filter', named('INPUT_OBJECT', 'VoteFilter')),
          ],
        }),
        entry('node', named('INTERFACE', 'Node'), { args: [entry('id', must(scalar('ID')))] }),
      ],
    }),
    type('OBJECT', 'Mutation', {
      fields: [
        entry('closeVote', named('OBJECT', 'CloseVotePayload'), {
          args: [entry('input', must(named('INPUT_OBJECT', 'CloseVoteInput')))],
        }),
      ],
    }),
    type('OBJECT', 'VoteConnection', { fields: [entry('edges', must(list(must(named('OBJECT', 'VoteEdge')))))] }),
    type('OBJECT', 'VoteEdge', { fields: [entry('node', must(named('OBJECT', 'Vote')))] }),
    type('OBJECT', 'Vote', {
      description: 'A vote: the event (表决).',
      interfaces: [{ name: 'Node' }],
      fields: [
        entry('id', must(scalar('ID'))),
        entry('title', must(scalar('String')), { description: 'The motion in words.' }),
        entry('subject', scalar('String'), { isDeprecated: true, deprecationReason: 'Use title.' }),
        entry('status', must(status)),
      ],
    }),
    type('OBJECT', 'CloseVotePayload', {
      fields: [
        entry('vote', named('OBJECT', 'Vote')),
        entry('userErrors', must(list(must(named('OBJECT', 'UserError'))))),
      ],
    }),
    type('OBJECT', 'UserError', { fields: [entry('code', must(scalar('String')))] }),
    type('INTERFACE', 'Node', {
      fields: [entry('id', must(scalar('ID')))],
      possibleTypes: [{ name: 'Vote' }],
    }),
    type('INPUT_OBJECT', 'VoteFilter', {
      inputFields: [entry('statusIn', list(must(status))), entry('title', scalar('String'))],
    }),
    type('INPUT_OBJECT', 'CloseVoteInput', {
      inputFields: [
        entry('voteId', must(scalar('ID'))),
        entry('expectedVersion', must(scalar('Int'))),
        entry('dryRun', must(scalar('Boolean')), { defaultValue: 'false' }),
      ],
    }),
    type('ENUM', 'VoteStatus', {
      enumValues: [
        { name: 'ENDED', description: null, isDeprecated: true },
        { name: 'OPEN', description: 'Ballots are taken.', isDeprecated: false },
        { name: 'CLOSED', description: null, isDeprecated: false },
      ],
    }),
    ...['ID', 'Int', 'String', 'Boolean'].map((name) => type('SCALAR', name)),
  ],
});
