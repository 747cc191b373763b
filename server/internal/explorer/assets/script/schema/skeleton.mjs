// Something to start from: a value for a variable, an operation for a field.

import { required, spell } from './model.mjs';

const deepest = 4;
const scalars = { Int: 0, Float: 0, Boolean: false };

// Fields that carry what a reader asked for, so a first draft enters them.
const carriers = ['edges', 'node', 'nodes', 'userErrors', 'facts'];

// sample is a value of the type with what is required filled in. Texts are
// empty: inventing them would only hide that a person must choose.
export function sample(schema, reference, depth = 0) {
  const inner = reference?.kind === 'NON_NULL' ? reference.ofType : reference;
  if (inner?.kind === 'LIST') return [sample(schema, inner.ofType, depth + 1)];
  const type = schema.named(inner);
  if (type?.kind === 'ENUM') return current(type.enumValues)[0]?.name ?? '';
  if (type?.kind !== 'INPUT_OBJECT') return scalars[type?.name] ?? '';
  if (depth >= deepest) return {};
  const fields = type.isOneOf ? type.inputFields.slice(0, 1) : type.inputFields.filter(required);
  return Object.fromEntries(fields.map((field) => [field.name, sample(schema, field.type, depth + 1)]));
}

// samples completes the variables of an operation; what is there stays.
export function samples(schema, variables, given) {
  const absent = variables.filter(({ name, type }) => name && type && !(name in given));
  return { ...given, ...Object.fromEntries(absent.map(({ name, type }) => [name, sample(schema, type)])) };
}

// draft is an operation {query, variables} that asks for one root field.
export function draft(schema, kind, field) {
  const needed = field.args.filter(required);
  const declared = needed.map((argument) => `$${argument.name}: ${spell(argument.type)}`);
  const passed = needed.map((argument) => `${argument.name}: $${argument.name}`);
  const title = field.name[0].toUpperCase() + field.name.slice(1);
  const head = `${kind} ${title}${bracket(declared)}`;
  const body = `${field.name}${bracket(passed)}${selection(schema, schema.named(field.type), '  ', 0)}`;
  const variables = Object.fromEntries(needed.map(({ name, type }) => [name, sample(schema, type)]));
  return {
    query: `${head} {\n  ${body}\n}\n`,
    variables: needed.length > 0 ? JSON.stringify(variables, null, 2) : '',
  };
}

function bracket(parts) {
  return parts.length > 0 ? `(${parts.join(', ')})` : '';
}

function selection(schema, type, indent, depth) {
  if (!schema.composite(type)) return '';
  const inner = `${indent}  `;
  const lines = chosen(schema, type, depth).map((field) => {
    const below = selection(schema, schema.named(field.type), inner, depth + 1);
    return `\n${inner}${field.name}${below}`;
  });
  return ` {${lines.join('') || `\n${inner}__typename`}\n${indent}}`;
}

// The leaves of a type, its carriers, and in a payload everything it answers.
function chosen(schema, type, depth) {
  const fields = current(type.fields ?? []).filter((field) => !field.args.some(required));
  const payload = fields.some((field) => field.name === 'userErrors');
  return fields.filter((field) => {
    if (!schema.composite(schema.named(field.type))) return true;
    return depth < deepest && (payload || carriers.includes(field.name));
  });
}

function current(entries) {
  return entries.filter((entry) => !entry.isDeprecated);
}
