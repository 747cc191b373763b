// Server-sent events out of pieces of text cut anywhere.

export class EventReader {
  constructor() {
    this.rest = '';
    this.name = '';
    this.data = [];
  }

  // push answers the events {name, data} that the text completed. A line break
  // at the very end waits for what follows: it may be half of CR LF.
  push(text) {
    const lines = (this.rest + text).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop();
    return lines.map((line) => this.line(line)).filter(Boolean);
  }

  line(line) {
    if (line === '') return this.finish();
    const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line);
    if (field === 'event') this.name = value;
    if (field === 'data') this.data.push(value);
    return null;
  }

  finish() {
    const { name, data } = this;
    this.name = '';
    this.data = [];
    return data.length > 0 ? { name: name || 'message', data: data.join('\n') } : null;
  }
}
