import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complete } from '../assets/script/graphql/complete.mjs';
import { format } from '../assets/script/graphql/format.mjs';
import { lex } from '../assets/script/graphql/lexer.mjs';
import { read } from '../assets/script/graphql/reader.mjs';
import { spell } from '../assets/script/schema/model.mjs';
import { schema } from './schema.mjs';

const document = `# Votes
query Votes($first: Int = 3, $s: [VoteStatus!]!) @include(if: true) { # open ones
  # by page
  votes(first: $first filter: {statusIn: $s, title: "a \\" } #"}) {
    edges { node { ...Parts ... on Vote { id } ... @include(if: $b) { id } } } # edges

    # and again
    again: votes { edges { node { id } } }
  }
  # last
}
fragment Parts on Vote { id, title # both
}
mutation { closeVote(input: {voteId: """v " 1""", expectedVersion: -1}) { vote { id } } }
# end`;

test('lexing loses nothing but blanks and commas', () => {
  const kept = lex(document).map((token) => token.text).join('');
  assert.equal(kept.replace(/[\s,]/g, ''), document.replace(/[\s,]/g, ''));
});

test('lexing never fails', () => {
  for (const text of ['', '"', '"""', '"""a', '"\\', 'ø', '{"', '😀', '...', '..', '-', '"a\nb"']) {
    const tokens = lex(text);
    assert.equal(tokens.map((token) => token.text).join(''), text.replace(/\s/g, ''));
  }
});

test('reading finds operations, their variables, and fragments', () => {
  const { operations, fragments, clean } = read(document, schema);
  assert.equal(clean, true);
  assert.deepEqual(fragments, ['Parts']);
  assert.deepEqual(operations.map(({ kind, name }) => [kind, name]), [['query', 'Votes'], ['mutation', '']]);
  assert.deepEqual(
    operations[0].variables.map(({ name, type, optional }) => [name, spell(type), optional]),
    [['first', 'Int', true], ['s', '[VoteStatus!]!', false]],
  );
  assert.equal(document[operations[0].end - 1], '}');
});

test('reading names the thing of the schema at each token', () => {
  const names = (word) => read(document, schema).tokens.find((token) => token.text === word).names;
  assert.deepEqual(names('votes'), { type: 'Query', field: 'votes' });
  assert.deepEqual(names('filter'), { type: 'Query', field: 'votes', argument: 'filter' });
  assert.deepEqual(names('statusIn'), { type: 'VoteFilter', argument: 'statusIn' });
  assert.deepEqual(names('title'), { type: 'VoteFilter', argument: 'title' });
  assert.deepEqual(names('Vote'), { type: 'Vote' });
});

test('reading ends on any text, also one cut anywhere or nested without end', () => {
  for (let end = 0; end <= document.length; end += 1) read(document.slice(0, end), schema);
  for (const text of ['{'.repeat(50_000), '{a(b:'.repeat(9_000), '{a(b:' + '['.repeat(50_000), ')]}', 'a b', '{:}', '{a(:)}', '{a(b:[:])}']) {
    assert.equal(read(text, schema).clean, false, text.slice(0, 20));
  }
});

const completions = [
  ['', ['query', 'mutation', 'fragment']],
  ['{ v|', ['votes']],
  ['{ votes(|', ['first', 'status', 'filter']],
  ['{ votes(first: 1, s|', ['status']],
  ['{ votes(status: |', ['OPEN', 'CLOSED', 'ENDED']],
  ['{ votes(status: C|', ['CLOSED']],
  ['query($a: VoteStatus, $b: Int) { votes(status: $|', ['$a']],
  ['query($a: VoteStatus, $b: Int) { votes(first: |', ['$b']],
  ['{ votes(filter: {t|', ['title', 'statusIn']],
  ['{ votes(filter: {statusIn: [O|', ['OPEN', 'CLOSED']],
  ['{ votes { edges { node { t|', ['title', 'status', '__typename', 'subject']],
  ['{ node(id: 1) { ... on |', ['Vote', 'Node']],
  ['{ ...|} fragment F on Vote { id }', ['on', 'F']],
  ['{ votes @|', ['include']],
  ['{ votes @include(|', ['if']],
  ['query($a: Vote|', ['VoteFilter', 'VoteStatus', 'CloseVoteInput']],
  ['mutation { c|', ['closeVote']],
  ['{ votes(filter: {title: "t|', null],
  ['{ # v|', null],
  ['{ unknown { v|', null],
];

for (const [text, expected] of completions) {
  test(`completing ${text}`, () => {
    const cursor = text.includes('|') ? text.indexOf('|') : text.length;
    const offered = complete(text.replace('|', ''), cursor, schema);
    assert.deepEqual(offered?.options.map((option) => option.label) ?? null, expected);
  });
}

test('a completion replaces the whole word at the cursor', () => {
  const { from, to } = complete('{ vote(first: 1) }', 4, schema);
  assert.deepEqual([from, to], [2, 6]);
});

test('formatting changes blanks and commas only, and a second time nothing', () => {
  const formatted = format(document);
  const words = (text) => lex(text).filter((token) => token.kind !== 'comment').map((token) => token.text);
  const comments = (text) => lex(text).filter((token) => token.kind === 'comment').map((token) => token.text);
  assert.deepEqual(words(formatted), words(document));
  assert.deepEqual(comments(formatted), comments(document));
  assert.equal(format(formatted), formatted);
});

test('formatting lays selections out one a line', () => {
  assert.equal(format('query A($a:Int=1,$b:[ID!]!){x:votes(first:$a,filter:{title:"t"}){edges{node{...P}}}}'), `query A($a: Int = 1, $b: [ID!]!) {
  x: votes(first: $a, filter: {title: "t"}) {
    edges {
      node {
        ...P
      }
    }
  }
}
`);
});

test('formatting breaks arguments that do not fit', () => {
  const long = 'a'.repeat(40);
  assert.equal(format(`{votes(${long}:1,b:"${long}"){id}}`), `{
  votes(
    ${long}: 1
    b: "${long}"
  ) {
    id
  }
}
`);
});

test('formatting leaves what it cannot read', () => {
  for (const text of ['{', '{a}}', '{a(b}', '{a "', '{a(b: "x)}', 'a b', '{a(b: 1]}']) {
    assert.equal(format(text), null, text);
  }
});
