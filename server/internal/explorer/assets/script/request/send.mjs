// One question to the API and its answer, or its stream of answers.

import { EventReader } from './events.mjs';

const endpoint = '/graphql';
const single = 'application/graphql-response+json, application/json;q=0.9';
const stream = 'text/event-stream, application/graphql-response+json;q=0.9, application/json;q=0.8';

// send answers {status, type, text, body, bytes, duration}; body is the parsed
// JSON or null. The answers of a subscription are handed to onEvent one by one
// as text, and the returned text is then empty. It throws only where no answer
// came: the network failed, or signal aborted.
export async function send({ query, variables, operationName, kind, headers }, signal, onEvent) {
  const began = performance.now();
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      ...headers,
      'Content-Type': 'application/json',
      Accept: kind === 'subscription' ? stream : single,
    },
    body: JSON.stringify({ query, variables, operationName }),
    signal,
  });
  const type = (response.headers.get('Content-Type') ?? '').split(';')[0].trim();
  const read = type === 'text/event-stream' ? readEvents(response, onEvent) : readWhole(response);
  const { text, bytes } = await read;
  const duration = performance.now() - began;
  return { status: response.status, type, text, body: parsed(text), bytes, duration };
}

async function readWhole(response) {
  const buffer = await response.arrayBuffer();
  return { text: new TextDecoder().decode(buffer), bytes: buffer.byteLength };
}

async function readEvents(response, onEvent) {
  const source = response.body.getReader();
  const decoder = new TextDecoder();
  const events = new EventReader();
  let bytes = 0;
  for (;;) {
    const { value, done } = await source.read();
    if (done) return { text: '', bytes };
    bytes += value.byteLength;
    for (const event of events.push(decoder.decode(value, { stream: true }))) {
      if (event.name === 'next') onEvent(event.data);
    }
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
