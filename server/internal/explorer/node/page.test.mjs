import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indentLines, outdentLines, toggleComment, typed } from '../assets/script/editor/typing.mjs';
import { check } from '../assets/script/json/check.mjs';
import { layout, markLists, write } from '../assets/script/json/layout.mjs';
import { EventReader } from '../assets/script/request/events.mjs';
import { inspect } from '../assets/script/request/variables.mjs';
import { wrongs } from '../assets/script/request/wrongs.mjs';
import { index, search } from '../assets/script/schema/search.mjs';
import { draft, samples } from '../assets/script/schema/skeleton.mjs';
import { read } from '../assets/script/graphql/reader.mjs';
import { table } from '../assets/script/table.mjs';
import { schema } from './schema.mjs';

// «» is the selection, | an empty one.
function apply(marked, edit) {
  const text = marked.replace(/[«»|]/g, '');
  const start = marked.search(/[«|]/);
  const end = marked.includes('»') ? marked.indexOf('»') - 1 : start;
  const change = edit(text, start, end);
  if (!change) return null;
  const { from, to, insert, caret, until } = change;
  const changed = text.slice(0, from) + insert + text.slice(to);
  if (caret === until) return `${changed.slice(0, caret)}|${changed.slice(caret)}`;
  return `${changed.slice(0, caret)}«${changed.slice(caret, until)}»${changed.slice(until)}`;
}

const keys = [
  ['{', 'a|', 'a{|}'],
  ['{', 'a|b', null],
  ['(', 'x «y» z', 'x («y») z'],
  ['"', '(a: |)', '(a: "|")'],
  ['"', 'don|', null],
  ['"', '""|', null],
  ['"', '"|"', '""|'],
  [')', 'a(|)', 'a()|'],
  ['}', '  a\n    |', '  a\n  }|'],
  ['a', '|', null],
];

for (const [data, before, after] of keys) {
  test(`typing ${data} in ${JSON.stringify(before)}`, () => {
    assert.equal(apply(before, (...place) => typed('insertText', data, ...place)), after);
  });
}

const breaks = [
  ['a {|}', 'a {\n  |\n}'],
  ['a {|', 'a {\n  |'],
  ['  a|', '  a\n  |'],
  ['  a(b: [|])', '  a(b: [\n    |\n  ])'],
  ['  «x» y', '  \n  | y'],
];

for (const [before, after] of breaks) {
  test(`breaking the line in ${JSON.stringify(before)}`, () => {
    assert.equal(apply(before, (...place) => typed('insertLineBreak', null, ...place)), after);
  });
}

test('deleting an opening bracket deletes the closing one', () => {
  const press = (...place) => typed('deleteContentBackward', null, ...place);
  assert.equal(apply('a{|}', press), 'a|');
  assert.equal(apply('a{|b}', press), null);
});

test('lines are shifted and commented out and in', () => {
  assert.equal(apply('a\n«b\nc»\nd', indentLines), 'a\n  «b\n  c»\nd');
  assert.equal(apply('  a|', outdentLines), 'a|');
  assert.equal(apply('a\n«b\nc»', toggleComment), 'a\n# «b\n# c»');
  assert.equal(apply('# a|', toggleComment), 'a|');
});

const mistakes = [
  ['{}', null],
  [' [1, -2.5e3, "x\\n", true, null, {"a": {}}] ', null],
  ['', 'jsonUnfinished 0'],
  ['{"a": 1,}', 'jsonKey 8'],
  ['{"a" 1}', 'jsonColon 5'],
  ['{a: 1}', 'jsonKey 1'],
  ["{'a': 1}", 'jsonKey 1'],
  ['[1 2]', 'jsonComma 3'],
  ['{} x', 'jsonAfterEnd 3'],
  ['{"a": "x', 'jsonValue 6'],
  ['{"a": 1, "a": 2}', 'jsonTwice 9'],
  ['[01]', 'jsonValue 1'],
  ['[1, 2', 'jsonUnfinished 5'],
];

for (const [text, expected] of mistakes) {
  test(`checking ${text}`, () => {
    const mistake = check(text);
    assert.equal(mistake && `${mistake.reason} ${mistake.start}`, expected);
    if (mistake) assert.ok(table[mistake.reason], 'every reason has words');
    else JSON.parse(text);
  });
}

test('a layout is the same JSON, digit by digit', () => {
  const text = '{"a":[{"n":12345678901234567890,"e":[]},{}],"b":"x, {y}"}';
  assert.equal(write(layout(text)).replace(/\s/g, ''), text.replace(/\s/g, ''));
  assert.equal(write(layout('{"a":[1,{}]}')), '{\n  "a": [\n    1,\n    {}\n  ]\n}');
});

test('only lists that hold refusals are marked', () => {
  const text = '{"userErrors":[],"x":{"userErrors":[{"field":["a"]}],"y":1},"errors":"none"}';
  const marked = markLists(layout(text), ['userErrors']).filter((line) => line.list);
  assert.equal(write(marked).replace(/\s/g, ''), '"userErrors":[{"field":["a"]}],');
});

test('errors and refusals are collected from anywhere in an answer', () => {
  const found = wrongs({
    errors: [{ message: 'no', path: ['a', 0], locations: [{ line: 1, column: 2 }], extensions: { code: 'FORBIDDEN' } }],
    data: {
      mine: { userErrors: [{ code: 'WRONG_STATE', message: 'closed', field: ['input', 'voteId'], facts: [{ name: 'state', value: 'CLOSED' }] }] },
      other: [{ userErrors: [] }],
    },
  });
  assert.deepEqual(found.map(({ kind, code, path, facts }) => [kind, code, path, facts]), [
    ['error', 'FORBIDDEN', 'a.0', []],
    ['refusal', 'WRONG_STATE', 'mine.input.voteId', ['state = CLOSED']],
  ]);
  for (const odd of [null, undefined, 3, [], { data: null }, { errors: [null] }, { data: { userErrors: [null] } }]) wrongs(odd);
});

test('events arrive whole however the stream is cut', () => {
  const stream = ': hi\r\n\r\nevent: next\r\ndata: {"a":\r\ndata: 1}\r\n\r\nevent: complete\ndata:\n\ndata: x\r\rdata: cut';
  const expected = [
    { name: 'next', data: '{"a":\n1}' }, { name: 'complete', data: '' }, { name: 'message', data: 'x' },
  ];
  for (let size = 1; size <= stream.length; size += 1) {
    const reader = new EventReader();
    const events = [];
    for (let at = 0; at < stream.length; at += size) events.push(...reader.push(stream.slice(at, at + size)));
    assert.deepEqual(events, expected, `cut every ${size}`);
  }
});

test('variables are compared with what the operation declares', () => {
  const [operation] = read('query ($a: Int!, $b: ID! = "1", $c: Int) { x }').operations;
  const told = ({ value, mistake, missing, unknown }) => [value, mistake?.reason ?? null, missing, unknown];
  assert.deepEqual(told(inspect('', operation)), [{}, null, ['a'], []]);
  assert.deepEqual(told(inspect('{"a": 1, "d": 2}', operation)), [{ a: 1, d: 2 }, null, [], ['d']]);
  assert.deepEqual(told(inspect('[]', operation)), [null, 'jsonObject', [], []]);
  assert.deepEqual(told(inspect('{', operation)), [null, 'jsonUnfinished', [], []]);
});

test('missing variables are filled in and given ones stay', () => {
  const [operation] = read('query ($s: VoteStatus, $in: CloseVoteInput!, $l: [ID!]!) { x }', schema).operations;
  assert.deepEqual(samples(schema, operation.variables, { l: ['v'] }), {
    l: ['v'], s: 'OPEN', in: { voteId: '', expectedVersion: 0 },
  });
});

test('a draft asks for a root field and can be read', () => {
  const mutation = draft(schema, 'mutation', schema.field(schema.root('mutation'), 'closeVote'));
  assert.equal(mutation.query, `mutation CloseVote($input: CloseVoteInput!) {
  closeVote(input: $input) {
    vote {
      id
      title
      status
    }
    userErrors {
      code
    }
  }
}
`);
  assert.deepEqual(JSON.parse(mutation.variables), { input: { voteId: '', expectedVersion: 0 } });
  const query = draft(schema, 'query', schema.field(schema.root('query'), 'votes'));
  assert.match(query.query, /edges \{\n {6}node \{\n {8}id/);
  assert.equal(query.variables, '');
});

test('search puts names before descriptions and wants every word', () => {
  const entries = index(schema);
  const paths = (question) => search(entries, question).found.map((entry) => entry.path);
  assert.equal(paths('vote')[0], 'Vote');
  assert.deepEqual(paths('motion'), ['Vote.title']);
  assert.deepEqual(paths('表决'), ['Vote']);
  assert.deepEqual(paths('votes first'), ['Query.votes.first']);
  assert.deepEqual(paths('nothing like it'), []);
  assert.deepEqual(paths(' '), []);
});

test('every word is there in both languages with the same facts', () => {
  const facts = (words) => (words.match(/\{\w+\}/g) ?? []).sort();
  for (const [key, { zh, en }] of Object.entries(table)) {
    assert.ok(zh && en, key);
    assert.deepEqual(facts(zh), facts(en), key);
    assert.doesNotMatch(zh.replace(/\{\w+\}/g, ''), /[\u4e00-\u9fff] ?[,:;?!]/, `${key}: punctuation of full width`);
  }
});
