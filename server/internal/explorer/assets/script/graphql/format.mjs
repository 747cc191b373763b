// Lays a GraphQL document out anew: one selection a line, arguments on one
// line while they fit, comments and single blank lines kept. Only white space
// and commas change. A document with an error in it is left alone.

import { closed } from './lexer.mjs';
import { read } from './reader.mjs';

const width = 80;
const step = '  ';
const closing = { '{': '}', '(': ')', '[': ']' };

// format answers the new text, or null if the document cannot be read.
export function format(text) {
  const { comments, tokens, clean } = read(text);
  if (!clean || !tokens.every(closed)) return null;
  const tail = attachComments(text, comments, tokens);
  markSpacing(text, tokens);
  const items = group(tokens);
  if (!items) return null;
  const parts = items.map((item) => commented(item, ''));
  if (tail.length > 0) parts.push(tail.join('\n'));
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
}

// --- comments

// Every comment goes to a token: "above" the item it stands before or in, or
// "beside" the token that ends its line. Answers those after the last token.
function attachComments(text, comments, tokens) {
  const tail = [];
  let next = 0;
  for (const comment of comments) {
    while (next < tokens.length && tokens[next].start < comment.start) next += 1;
    attach(comment.text.trimEnd(), { text, tokens, next, comment, tail });
  }
  return tail;
}

function attach(words, { text, tokens, next, comment, tail }) {
  const before = tokens[next - 1];
  const after = tokens[next];
  const endsLine = !after || after.item || isClosing(after);
  if (before && endsLine && !text.slice(before.end, comment.start).includes('\n')) {
    before.beside = before.beside ? `${before.beside} ${words}` : words;
  } else if (!after) {
    tail.push(words);
  } else {
    let holder = next;
    while (holder > 0 && !tokens[holder].item && !isClosing(tokens[holder])) holder -= 1;
    (tokens[holder].above ??= []).push(words);
  }
}

// A token is "spaced" if its author left a blank line somewhere above it.
function markSpacing(text, tokens) {
  let end = 0;
  for (const token of tokens) {
    token.spaced = /\n[\s,]*\n/.test(text.slice(end, token.start));
    end = token.end;
  }
}

function isClosing(token) {
  return token.kind === 'mark' && ')]}'.includes(token.text);
}

// --- structure

// Turns tokens into items; an item is a list of tokens and of bracketed groups
// {open, items, close}. Null if brackets do not match.
function group(tokens) {
  const outermost = { items: [] };
  const stack = [outermost];
  for (const token of tokens) {
    const top = stack.at(-1);
    if (isClosing(token)) {
      if (closing[top.open?.text] !== token.text) return null;
      top.close = token;
      stack.pop();
      continue;
    }
    if (token.item || top.items.length === 0) top.items.push([]);
    if (token.kind === 'mark' && closing[token.text]) {
      const inner = { open: token, items: [], close: null };
      top.items.at(-1).push(inner);
      stack.push(inner);
    } else {
      top.items.at(-1).push(token);
    }
  }
  return stack.length === 1 ? outermost.items : null;
}

function firstToken(node) {
  return node.open ?? node;
}

function lastToken(node) {
  return node.close ?? node;
}

// --- layout

// An item with the comments above and beside it.
function commented(item, indent) {
  const above = (firstToken(item[0]).above ?? []).map((words) => indent + words + '\n').join('');
  return above + indent + line(item, indent) + beside(lastToken(item.at(-1)));
}

function beside(token) {
  return token.beside ? ` ${token.beside}` : '';
}

function line(item, indent) {
  let out = '';
  let previous = null;
  for (const node of item) {
    const token = firstToken(node);
    if (previous) out += gap(previous, token);
    const column = indent.length + out.length - (out.lastIndexOf('\n') + 1);
    out += node.open ? bracketed(node, indent, column) : node.text;
    previous = lastToken(node);
  }
  return out;
}

function bracketed(node, indent, column) {
  const { open, items, close } = node;
  if (items.length === 0 && !hasComment(node)) return open.text + close.text;
  if (open.role !== 'selection' && !hasComment(node)) {
    const flat = open.text + items.map((item) => line(item, '')).join(', ') + close.text;
    if (column + flat.length <= width && !flat.includes('\n')) return flat;
  }
  const inner = indent + step;
  const parts = items.map((item, index) => {
    const spaced = open.role === 'selection' && index > 0 && firstToken(item[0]).spaced;
    return (spaced ? '\n' : '') + commented(item, inner);
  });
  const last = (close.above ?? []).map((words) => inner + words);
  return [open.text + beside(open), ...parts, ...last, indent + close.text].join('\n');
}

// Whether a comment lies between the brackets.
function hasComment({ open, items, close }) {
  const within = (node) => (node.open
    ? Boolean(node.open.above || node.close.beside) || hasComment(node)
    : Boolean(node.above || node.beside));
  return Boolean(open.beside || close.above) || items.some((item) => item.some(within));
}

// The space between two neighbours on one line.
function gap(left, right) {
  if (right.kind === 'mark') {
    if (':)]}!'.includes(right.text)) return '';
    if (right.text === '(') return left.role === 'keyword' ? ' ' : '';
  }
  if (left.kind === 'mark') {
    if ('$@([{'.includes(left.text)) return '';
    if (left.text === '...') return right.kind === 'name' && right.text !== 'on' ? '' : ' ';
  }
  return ' ';
}
