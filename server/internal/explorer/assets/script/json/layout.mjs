// Lays JSON out for reading as lines {depth, pieces: [{text, role}], list}. It
// works on the text, not on parsed values: a number of twenty digits is shown
// with all twenty.

import { lex } from './lexer.mjs';

const step = '  ';

export function layout(text) {
  const tokens = lex(text);
  const lines = [{ depth: 0, pieces: [] }];
  let depth = 0;
  const add = (words, role) => lines.at(-1).pieces.push({ text: words, role });
  const begin = () => lines.push({ depth: Math.max(depth, 0), pieces: [] });
  tokens.forEach((token, index) => {
    if (isClosing(token)) {
      depth -= 1;
      if (!isEmpty(tokens[index - 1], token)) begin();
    }
    add(token.text, token.kind);
    if (isOpening(token)) {
      depth += 1;
      if (!isEmpty(token, tokens[index + 1])) begin();
    }
    if (token.text === ',') begin();
    if (token.text === ':') add(' ');
  });
  return lines;
}

// write turns the lines into text again.
export function write(lines) {
  return lines.map(({ depth, pieces }) => step.repeat(depth) + pieces.map((piece) => piece.text).join(''))
    .join('\n');
}

// markLists names, on each line of a list under one of these keys, that key as
// its list: refusals should stand out in a long answer. Empty lists are not
// marked.
export function markLists(lines, keys) {
  let around = null;
  for (const line of lines) {
    const key = line.pieces[0]?.text.slice(1, -1);
    const opens = keys.includes(key) && line.pieces.at(-1).text === '[';
    if (opens && !around) around = { key, depth: line.depth };
    line.list = around?.key;
    if (!opens && around?.depth === line.depth) around = null;
  }
  return lines;
}

function isOpening({ text }) {
  return text === '{' || text === '[';
}

function isClosing({ text }) {
  return text === '}' || text === ']';
}

function isEmpty(open, close) {
  return Boolean(open && close) && ['{}', '[]'].includes(open.text + close.text);
}
