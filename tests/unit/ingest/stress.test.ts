import { expect, it } from 'vitest';
import { decode } from '../../../electron/ingest/decode.js';
import { encodeIn } from '../../bench/reading/encodings.js';
import { ENCODING_TEXTS } from '../../bench/reading/encoding-texts.js';

it('x', () => {
  let all=0, ok=0; const bad: Record<string, number> = {};
  for (const {language,text,sets} of ENCODING_TEXTS) {
    const words = text.split(' ');
    const parts: string[] = [];
    if (words.length < 5) parts.push(text); else
    for (let i=0;i<words.length;i+=6) { let p=''; let j=i; while (p.replace(/\P{L}/gu,'').length < Number(process.env.LETTERS ?? 140) && j<words.length) p += (p?' ':'')+words[j++]; if (p.replace(/\P{L}/gu,'').length>=Number(process.env.LETTERS ?? 140)) parts.push(p, p.toUpperCase(), 'Memorandum of the meeting, dated 3 May 1994. From: the office. To: all departments concerned.\n\n' + p); }
    for (const s of sets) for (const [k,p] of parts.entries()) { const b = encodeIn(p, s); if (!b || /^[\x00-\x7f]*$/.test(p)) continue; all++; const r = decode(b); if (r.text===p) ok++; else { const key=`${language} ${s}->${r.charset} ${['plain','UPPER','mixed'][k%3]}`; bad[key]=(bad[key]??0)+1; } }
  }
  console.log(`${ok} of ${all}`, JSON.stringify(bad,null,1));
  expect(1).toBe(1);
});
