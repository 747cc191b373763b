// Asks the API what it offers.

import { Schema } from './model.mjs';
import { send } from '../request/send.mjs';

// A reference such as [[Vote!]!]! is seven deep.
const reference = 'kind name '.concat('ofType { kind name '.repeat(7), '}'.repeat(7));

const question = `query Introspection {
  __schema {
    description
    queryType { name } mutationType { name } subscriptionType { name }
    types {
      kind name description specifiedByURL isOneOf
      fields(includeDeprecated: true) {
        name description isDeprecated deprecationReason
        args(includeDeprecated: true) { ...Input }
        type { ...Reference }
      }
      inputFields(includeDeprecated: true) { ...Input }
      interfaces { name }
      possibleTypes { name }
      enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
    }
    directives {
      name description isRepeatable locations
      args(includeDeprecated: true) { ...Input }
    }
  }
}
fragment Input on __InputValue {
  name description defaultValue isDeprecated deprecationReason type { ...Reference }
}
fragment Reference on __Type { ${reference} }`;

// introspect answers a Schema, or throws an Error with what the server said.
export async function introspect(headers) {
  const answer = await send({ query: question, operationName: 'Introspection', headers });
  const schema = answer.body?.data?.__schema;
  if (schema) return new Schema(schema);
  throw new Error(answer.body?.errors?.[0]?.message ?? `HTTP ${answer.status}`);
}
