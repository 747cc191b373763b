// Finds words of the schema: in names first, in descriptions after that.

const most = 100;

// index lists everything that has a name: {kind, path, name, description,
// deprecated}. The path is also the page it is explained on.
export function index(schema) {
  const entries = [];
  const add = (kind, path, { name, description, isDeprecated }) => {
    entries.push({ kind, path, name, description: description ?? '', deprecated: isDeprecated });
  };
  for (const type of schema.listed()) {
    add('type', type.name, type);
    for (const field of [...(type.fields ?? []), ...(type.inputFields ?? [])]) {
      const path = `${type.name}.${field.name}`;
      add('field', path, field);
      for (const argument of field.args ?? []) add('argument', `${path}.${argument.name}`, argument);
    }
    for (const value of type.enumValues ?? []) add('value', `${type.name}.${value.name}`, value);
  }
  for (const directive of schema.directives.values()) add('directive', `@${directive.name}`, directive);
  return entries;
}

// search answers {found, more}: the best entries in which every word of the
// question occurs, and how many were left out.
export function search(entries, question) {
  const words = question.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return { found: [], more: 0 };
  const ranked = entries
    .map((entry) => ({ entry, rank: rank(entry, words) }))
    .filter(({ rank: value }) => value < Infinity)
    .sort((one, other) => one.rank - other.rank || one.entry.path.length - other.entry.path.length);
  const found = ranked.slice(0, most).map(({ entry }) => entry);
  return { found, more: ranked.length - found.length };
}

// Lower is better; a word that occurs nowhere rules the entry out.
function rank(entry, words) {
  const sum = words.reduce((total, word) => total + place(entry, word), 0);
  return sum + (entry.kind === 'type' ? 0 : 0.5) + (entry.deprecated ? 2 : 0);
}

function place(entry, word) {
  const name = entry.name.toLowerCase();
  if (name === word) return 0;
  if (name.startsWith(word)) return 1;
  if (name.includes(word)) return 2;
  if (entry.path.toLowerCase().includes(word)) return 4;
  return entry.description.toLowerCase().includes(word) ? 8 : Infinity;
}
