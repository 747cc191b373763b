// As whom the reader asks and in which language the answer comes: the only two
// headers the page lets a reader choose. Tokens live in this object and in no
// storage.

import { byId, element, fill } from '../element.mjs';
import { language, onLanguage, pick, text } from '../words.mjs';

const visitor = 'visitor';
const pasted = 'pasted';

export class Identity {
  constructor(tokens) {
    this.tokens = tokens;
    this.who = byId('identity');
    this.paste = byId('token');
    this.reply = byId('reply-language');
    this.followed = true;
    this.who.addEventListener('change', () => this.showPaste());
    this.paste.addEventListener('input', () => this.check());
    this.reply.addEventListener('change', () => { this.followed = false; });
    onLanguage(() => this.draw());
    this.draw();
  }

  // headers for a request.
  headers() {
    const headers = { 'Accept-Language': this.reply.value };
    const token = this.token();
    if (token !== '') headers.Authorization = `Bearer ${token}`;
    return headers;
  }

  token() {
    if (this.who.value === visitor) return '';
    if (this.who.value !== pasted) return this.tokens[Number(this.who.value)].bearer;
    const token = this.paste.value.trim().replace(/^Bearer\s+/i, '');
    return wellFormed(token) ? token : '';
  }

  draw() {
    const chosen = this.who.value || visitor;
    const label = ({ role, person }) => [pick(role), person].filter(Boolean).join(' · ');
    const demo = this.tokens.map((token, index) => element('option', { value: index }, label(token)));
    fill(this.who,
      element('option', { value: visitor }, text('visitor')),
      demo.length > 0 && element('optgroup', { label: text('demoIdentities') }, demo),
      element('option', { value: pasted }, text('pasteToken')));
    this.who.value = chosen;
    if (this.followed) this.reply.value = language() === 'zh' ? 'zh-CN' : 'en';
    this.showPaste();
  }

  showPaste() {
    const shown = this.who.value === pasted;
    byId('token-box').hidden = !shown;
    if (shown && document.activeElement === this.who) this.paste.focus();
    this.check();
  }

  // A header carries visible ASCII only; a stray line break or a Chinese comma
  // from copying is told here instead of failing in the browser.
  check() {
    const token = this.paste.value.trim().replace(/^Bearer\s+/i, '');
    const wrong = token !== '' && !wellFormed(token);
    this.paste.setAttribute('aria-invalid', String(wrong));
    byId('token-note').textContent = wrong ? text('tokenMalformed') : text('tokenNote');
  }
}

function wellFormed(token) {
  return /^[\x21-\x7e]+$/.test(token);
}
