// What went wrong, out of an answer: the errors of GraphQL, and the userErrors
// with which this API's payloads tell a person what to mend.

// wrongs answers [{kind, code, message, path, facts, locations}]; kind is
// "error" or "refusal", path words joined by dots.
export function wrongs(body) {
  const errors = Array.isArray(body?.errors) ? body.errors.map(fromError) : [];
  const refusals = [];
  collect(body?.data, [], refusals);
  return [...errors, ...refusals];
}

function fromError(error) {
  return {
    kind: 'error',
    code: error?.extensions?.code ?? '',
    message: error?.message ?? '',
    path: (error?.path ?? []).join('.'),
    facts: [],
    locations: error?.locations ?? [],
  };
}

function collect(value, path, found) {
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'userErrors' && Array.isArray(inner)) {
      found.push(...inner.map((refusal) => fromRefusal(refusal, path)));
    } else {
      collect(inner, [...path, key], found);
    }
  }
}

function fromRefusal(refusal, path) {
  const field = Array.isArray(refusal?.field) ? refusal.field : [];
  const facts = Array.isArray(refusal?.facts) ? refusal.facts : [];
  return {
    kind: 'refusal',
    code: refusal?.code ?? '',
    message: refusal?.message ?? '',
    path: [...path, ...field].join('.'),
    facts: facts.filter((fact) => fact?.name).map((fact) => `${fact.name} = ${fact.value}`),
    locations: [],
  };
}
