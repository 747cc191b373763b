// Runs one operation at a time and can stop it.

import { send } from './send.mjs';
import { wrongs } from './wrongs.mjs';

export class Runner {
  // show is the Answer pane; asked(entry) is called with what goes into the
  // history, busy(running) when a run begins and ends.
  constructor({ answer, asked, busy }) {
    this.answer = answer;
    this.asked = asked;
    this.busy = busy;
    this.abort = null;
  }

  get running() {
    return this.abort !== null;
  }

  stop() {
    this.abort?.abort();
  }

  // run answers the errors that name a place in the document.
  async run({ query, variablesText, variables, operation, headers }) {
    this.abort = new AbortController();
    this.busy(true);
    this.answer.running();
    const request = {
      query,
      variables,
      operationName: operation?.name || undefined,
      kind: operation?.kind,
      headers,
    };
    const body = await this.outcome(request);
    const found = wrongs(body);
    this.asked({
      query,
      variables: variablesText,
      title: operation?.name ?? '',
      kind: operation?.kind ?? 'query',
      wrong: body === undefined || found.length > 0,
    });
    this.abort = null;
    this.busy(false);
    return found.filter((wrong) => wrong.locations.length > 0);
  }

  // The parsed answer, null if it was no JSON, undefined if none came.
  async outcome(request) {
    const { signal } = this.abort;
    try {
      const answer = await send(request, signal, (data) => this.answer.event(data));
      this.answer.show({ kind: 'answered', answer, events: this.answer.state.events });
      return answer.body;
    } catch (error) {
      const { events } = this.answer.state;
      const kind = signal.aborted ? 'stopped' : 'failed';
      this.answer.show({ kind, events, reason: error.message });
      return kind === 'stopped' ? null : undefined;
    }
  }
}
