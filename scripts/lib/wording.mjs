/**
 * Reads what the code says to a person: the messages that go through `t` and `rich`, which make the catalogue, and
 * words that go through neither, which a test refuses.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './run.mjs';

/** Files whose words are no wording, and why. */
const EXEMPT = [
  [/^electron\/wording\//, 'the library itself'],
  [/^electron\/text\//, 'words of the languages that texts are read in'],
  [/^electron\/search\/analysis\//, 'words of the languages that texts are read in'],
  [/^electron\/collation\/variants\/(noisy-channel|old-spellings|recognition)\.ts$/, 'letters and words of texts'],
  [/^electron\/ingest\/(html-source|html-furniture|pdf\/parser-patches)\.ts$/, 'elements, class names and code'],
  [/^electron\/notes\/citation\/(layouts\/|csl-dates|locator|read-name)/, 'terms of citation styles, words of names'],
  [/^electron\/export\/write\/(text-direction|direction-runs)\.ts$/, 'names of scripts'],
  [/^electron\/export\/print\/font-faces\.ts$/, 'names of fonts'],
  [/^electron\/export\/collation\/(tei|collation-json|collation-style)/, 'XML, JSON and CSS of a format'],
  [/^electron\/exchange\/(web-annotation\/write-|refi\/write-codebook)/, 'JSON and XML of a format'],
  [/^electron\/contract\/disposable\.ts$/, 'a line between processes'],
  [/^electron\/ocr\/formats\//, 'XML, PDF and fonts of a format'],
  [/^electron\/main\/(origins|dev-server)\.ts$/, 'policies of content security'],
  [/^electron\/preload\//, 'says nothing'],
  [/^electron\/cli\/settings-folder\.ts$/, 'names of folders'],
  [/^renderer\/app\/accelerators\.ts$/, 'names of keys'],
];
/** Where a single word with a capital is a name of the format that is read or written. */
const NAMES_OF_FORMATS =
  /^electron\/(exchange\/(refi|web-annotation|references)|ingest|images|search|notes\/citation|export\/print|collation)\//;

/** Names of keys and of things, and values that only look like words. */
const NOT_WORDING = new Set(
  'Enter,Escape,Tab,Home,End,Delete,Backspace,Control,Shift,Alt,Meta,Space,Fonds,Unicode,Tesseract,Tesseract X,annotation a,source s,a Date,above the text,in the article,web page,page image,as it was,rebuilt,as footnote,executable and app,bottom start,right top'.split(
    ',',
  ),
);
const SQL =
  /\b(SELECT|FROM|WHERE|JOIN|ORDER BY|GROUP BY|INSERT|UPDATE|DELETE FROM|IS NULL|IS NOT|INDEXED|DESC|ASC|LIMIT|VALUES|PRAGMA|BEGIN|COLLATE|CASE WHEN|ON CONFLICT|VACUUM|NOT NULL|IN \(|CAST\()|\b(ifnull|json_extract|json_each|instr|substr|count|max|min)\(|\b[a-z]{1,3}\.[a-z]+_[a-z_]+\b|\bAS [a-z]+[A-Z]|\b[a-z]+\.(id|seq|position)\b|:typed|^SQLite format/;
const MARKUP =
  /^<[?a-z!]|":|width=device|^[a-z]+\/[a-z]+; charset|^bytes |-src '|^\(prefers-|translate\(|^bottom end|^unless in sight|^visually-hidden|\[\w+[~*^$|]?=|^(\w+, )+$|^script, style|^button, select|^(head|group|correction) X$|^\d+px|minmax\(|^[a-z]+ \d|^[.#][\w-]+|\[(role|data|aria)|:not\(|> \.|::|\bvar\(|\brgba?\(/;
const WORD = /\p{L}{2}/u;
const WORDS = /\p{L}[\p{L}\p{M}’',.:;…)”“"*]*\s+\S*\p{L}/u;
const ONE_WORD = /^\p{Lu}\p{Ll}+(…)?[.:?!]?$/u;

/** Attributes whose text is seen or read out, and those that hold names. */
const SHOWN_ATTRIBUTE =
  /^(title|aria-label|aria-description|aria-valuetext|placeholder|label|alt|text|hint|heading|unit)$/;
const NAME_ATTRIBUTE =
  /^(className|type|role|id|key|aria-(labelledby|describedby|controls|activedescendant|owns)|htmlFor|href|viewBox|d|style|rel|target|autoComplete|fill|stroke|transform|points|tone|kind|variant|size|as|side|align|lang|dir|accept|wrap|pattern|data-.*)$/;
const NAME_PROPERTY =
  /^(className|sql|line|role|class|type|kind|id|key|code|selector|accelerator|charset|mime|media|family|pattern|rel|style|href|src)$/;
const SHOWN_PROPERTY =
  /^(label|title|message|hint|placeholder|heading|description|caption|detail|reason|remedy|summary|noun|words|meaning)$/;
/** Calls whose text is code, or already wording. */
const CODE_CALL =
  /(^|\.)(prepare|exec|querySelector|querySelectorAll|closest|matches|addEventListener|removeEventListener|includes|startsWith|endsWith|indexOf|getAttribute|setAttribute|createElement|setProperty|getPropertyValue)$|^(z\.(enum|literal)|require|import|fileURLToPath|console\.\w+|useCommand|performance\.\w+|t|rich)$/;
/** What an engineer reads in the log of incidents, never a person in the window. */
const INTERNAL = /^(Error|TypeError|RangeError|SyntaxError|URL|RegExp|Worker|DOMException)$/;

const isText = (node) => ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);
const parse = (code, file) =>
  ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : undefined);
const lineOf = (source, node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;

/** @returns the files of the program, by their paths from the root. */
export const sourceFiles = () =>
  globSync('{electron,renderer}/**/*.{ts,tsx}', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.d.ts'))
    .sort();

export const readSource = (file) => readFileSync(join(root, file), 'utf8');

/**
 * @returns the calls of `t` and `rich` in their order. `message` is null where it is no literal, `values` null where
 * there are none or they are no plain object.
 */
export function messagesIn(code, file) {
  const source = parse(code, file);
  const messages = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && /^(t|rich)$/.test(node.expression.text)) {
      const [message, values] = node.arguments;
      messages.push({
        message: message && isText(message) ? message.text : null,
        values: values ? namesOf(values) : null,
        hasValues: values !== undefined,
        isRich: node.expression.text === 'rich',
        line: lineOf(source, node),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return messages;
}

function namesOf(values) {
  if (!ts.isObjectLiteralExpression(values)) return null;
  const names = values.properties.map((property) => (property.name ? property.name.getText() : null));
  return names.includes(null) ? null : names;
}

/** @returns the messages of the whole program, each once, in the order of their letters. */
export function gatherMessages() {
  const all = new Set();
  for (const file of sourceFiles())
    for (const { message } of messagesIn(readSource(file), file)) if (message) all.add(message);
  return [...all].sort((a, b) => (a < b ? -1 : 1));
}

/** @returns `[{ line, text }]`: words for a person that go through no catalogue. */
export function wordingOutside(code, file) {
  if (EXEMPT.some(([path]) => path.test(file))) return [];
  const source = parse(code, file);
  const outside = [];
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    const text = textOf(node);
    if (text !== null && (ts.isJsxText(node) ? WORD.test(text) : !isCode(node) && isWording(text, node, file)))
      outside.push({ line: lineOf(source, node), text: text.trim() });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return outside;
}

/** An X stands for what a template fills in. */
function textOf(node) {
  if (ts.isJsxText(node) || isText(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  return WORD.test(parts.join(' ')) ? parts.join('X') : null;
}

function isWording(text, node, file) {
  if (!WORD.test(text) || NOT_WORDING.has(text)) return false;
  if (isShown(node)) return true;
  if (SQL.test(text) || MARKUP.test(text)) return false;
  if (
    /^[a-z-]+:\s|^--|^https?:|^\.{0,2}\/|^[\w.-]+\/[\w.+-]+(;|$)/.test(text) &&
    !WORDS.test(text.replace(/^[a-z-]+:/, ''))
  )
    return false;
  if (WORDS.test(text) && !ts.isTemplateExpression(node)) return true;
  if (ts.isTemplateExpression(node)) return WORDS.test(text) && /\p{L}{2,}[^\p{L}]*\s|\s[^\p{L}]*\p{L}{2,}/u.test(text);
  if (ONE_WORD.test(text)) return !NAMES_OF_FORMATS.test(file);
  const { parent } = node;
  return ts.isPropertyAssignment(parent) && SHOWN_PROPERTY.test(parent.name.getText()) && /^\p{Lu}|\s/u.test(text);
}

/** Whether it is drawn by an element or said by an attribute, perhaps as one of two choices. */
function isShown(node) {
  let inner = node;
  for (;;) {
    const outer = inner.parent;
    const isChoice =
      ts.isParenthesizedExpression(outer) ||
      (ts.isConditionalExpression(outer) && inner !== outer.condition) ||
      (ts.isBinaryExpression(outer) && /^(\?\?|\|\||&&)$/.test(outer.operatorToken.getText()));
    if (isChoice) inner = outer;
    else if (ts.isTemplateSpan(outer)) inner = outer.parent;
    else {
      if (ts.isJsxAttribute(outer)) return SHOWN_ATTRIBUTE.test(outer.name.getText());
      if (!ts.isJsxExpression(outer)) return false;
      const place = outer.parent;
      return ts.isJsxAttribute(place) ? SHOWN_ATTRIBUTE.test(place.name.getText()) : true;
    }
  }
}

/** Whether the place of a literal says that it is a name or code. */
function isCode(node) {
  const { parent } = node;
  if (ts.isJsxAttribute(parent)) return NAME_ATTRIBUTE.test(parent.name.getText());
  if (ts.isPropertyAssignment(parent) && (parent.name === node || NAME_PROPERTY.test(parent.name.getText())))
    return true;
  if (ts.isEnumMember(parent) || ts.isLiteralTypeNode(parent) || ts.isTaggedTemplateExpression(parent)) return true;
  if (ts.isCaseClause(parent) || (ts.isElementAccessExpression(parent) && parent.argumentExpression === node))
    return true;
  if (ts.isBinaryExpression(parent) && /^([!=]==?|in|[<>])$/.test(parent.operatorToken.getText())) return true;
  return isListOfWords(node) || isInsideCode(node);
}

/** `'one two ' + 'three'.split(' ')`. */
function isListOfWords(node) {
  let inner = node;
  const isJoined = ({ parent }) =>
    ts.isParenthesizedExpression(parent) || (ts.isBinaryExpression(parent) && parent.operatorToken.getText() === '+');
  while (isJoined(inner)) inner = inner.parent;
  const { parent } = inner;
  return (
    ts.isPropertyAccessExpression(parent) &&
    parent.expression === inner &&
    /^(split|trim|matchAll|replace)$/.test(parent.name.text)
  );
}

function isInsideCode(node) {
  for (let inner = node; inner.parent && !ts.isBlock(inner); inner = inner.parent) {
    const outer = inner.parent;
    if (ts.isTypeNode(outer)) return true;
    if (ts.isCallExpression(outer) && outer.arguments.includes(inner) && CODE_CALL.test(outer.expression.getText())) {
      // Values of a message are words of their own.
      return !/^(t|rich)$/.test(outer.expression.getText()) || outer.arguments[0] === inner;
    }
    if (ts.isNewExpression(outer) && INTERNAL.test(outer.expression.getText())) return true;
    if (ts.isFunctionLike(outer)) return false;
  }
  return false;
}
