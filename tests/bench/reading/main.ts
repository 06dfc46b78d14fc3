/** `npm run bench -- reading`: how much of what stands in files Fonds reads, beside other programs that read them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { encodingRows } from './encodings.js';
import { installedJudges } from './judges.js';
import { measurePages } from './pages.js';
import { measurePdfs, type PdfFigures } from './pdfs.js';
import { reportAgainst, reportEncodings, reportPages, reportPdfs } from './report.js';

const USAGE = `Usage: npm run bench -- reading --folder DIR [--save FILE] [--against FILE] [--rows N]
       npm run bench -- reading --encodings
  --folder   PDFs, judged by pdftotext and mutool where they are installed, and pages of HTML, each judged by the
             .txt of the same name beside it
  --save     keeps the figures, for a later --against
  --against  names the files and pages that have become worse since
  --rows     how many of the worst files are listed (30)
  --encodings  prints only the table of character sets, which otherwise comes last`;

const started = performance.now();
function tell(news: string): void {
  console.error(`${String(Math.round((performance.now() - started) / 1_000)).padStart(4)} s  ${news}`);
}

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      folder: { type: 'string' },
      save: { type: 'string' },
      against: { type: 'string' },
      rows: { type: 'string', default: '30' },
      encodings: { type: 'boolean', default: false },
    },
  });
  if (values.encodings) {
    console.log(reportEncodings(encodingRows()));
    return 0;
  }
  if (!values.folder) {
    console.error(USAGE);
    return 2;
  }
  const folder = resolve(values.folder);
  const judges = await installedJudges();
  tell(`judges: ${[...judges].map(([name, version]) => `${name} ${version}`).join(', ') || 'none is installed'}`);
  const pdfs = await measurePdfs(folder, judges, tell);
  if (judges.size > 0 && pdfs.length > 0) console.log(`${reportPdfs(pdfs, Number(values.rows))}\n`);
  if (values.against) {
    const before = JSON.parse(readFileSync(values.against, 'utf8')) as PdfFigures[];
    console.log(`${reportAgainst(before, pdfs)}\n`);
  }
  if (values.save) writeFileSync(values.save, JSON.stringify(pdfs));
  const pages = await measurePages(folder);
  if (pages.length > 0) console.log(`${reportPages(pages)}\n`);
  console.log(reportEncodings(encodingRows()));
  return 0;
}

process.exitCode = await run();
