// Whether the variables fit the operation they go with.

import { check } from '../json/check.mjs';
import { lex } from '../json/lexer.mjs';

// inspect answers {value, mistake, missing, unknown}: the object to send, or
// the JSON mistake that prevents it; the names of required variables without a
// value, and of values that the operation does not declare. An empty text is
// an empty object.
export function inspect(text, operation) {
  const nothing = { value: {}, mistake: null, missing: [], unknown: [] };
  if (text.trim() === '') return { ...nothing, ...compare({}, operation) };
  const mistake = check(text) ?? notAnObject(text);
  if (mistake) return { ...nothing, value: null, mistake };
  const value = JSON.parse(text);
  return { ...nothing, value, ...compare(value, operation) };
}

function notAnObject(text) {
  const [first] = lex(text);
  if (first.text === '{') return null;
  return { start: first.start, end: first.end, reason: 'jsonObject', facts: {} };
}

function compare(value, operation) {
  if (!operation) return {};
  const declared = operation.variables.map((variable) => variable.name);
  const needed = operation.variables.filter((variable) => !variable.optional);
  return {
    missing: needed.map(({ name }) => name).filter((name) => (value[name] ?? null) === null),
    unknown: Object.keys(value).filter((name) => !declared.includes(name)),
  };
}
