/**
 * What is changed in pdf.js before it is run, because it offers no hook: a few places of its parser, each
 * named by its own text. pdfjs-dist is pinned; a version in which one of them reads otherwise fails when it is loaded
 * and in every test, never in silence. The file on disk stays as it came.
 */

export interface ParserPatch {
  readonly why: string;
  /** Stands exactly once in the parser; amendments are in the order in which they stand there. */
  readonly find: string;
  readonly put: string;
}

/** Under this name the parser finds our functions. */
export const HOOKS_KEY = 'fonds.pdf';
const HOOKS = `globalThis[Symbol.for('${HOOKS_KEY}')]`;

export const PARSER_PATCHES: readonly ParserPatch[] = [
  {
    why: 'The names of glyphs in the encoding that the font itself has.',
    find: `    const unicode = getUnicodeForGlyph(glyphName, glyphsUnicodeMap);
    if (unicode !== -1) {
      toUnicode.set(+charCode, String.fromCharCode(unicode));
    }
  }
  properties.toUnicode.amend(toUnicode);`,
    put: `    const named = ${HOOKS}.textOfGlyphName(glyphName, glyphsUnicodeMap);
    if (named !== null) {
      toUnicode.set(+charCode, named);
    }
  }
  properties.toUnicode.amend(toUnicode);`,
  },
  {
    why: 'Numbers of glyphs are no characters: where the PDF does not say what they mean, the font in it may.',
    find: `          charCodeToGlyphId.set(charCode, glyphId);
        }
      });
    } else {
      const cmapTable = readCmapTable(`,
    put: `          charCodeToGlyphId.set(charCode, glyphId);
        }
      });
      if (this.toUnicode instanceof IdentityToUnicodeMap && !properties.hasIncludedToUnicodeMap) {
        const { platformId, encodingId, mappings } = readCmapTable(tables.cmap, font, false, true, numGlyphs);
        const isUnicode = platformId === 0 || platformId === 3 && encodingId === 1;
        const standard = { ...getGlyphMapForStandardFonts(), .../Calibri/i.test(name) && getSupplementalGlyphMapForCalibri() };
        const letters = ${HOOKS}.lettersOfFont(properties.isInternalFont ? {
          mappings: Object.entries(standard).map(([glyphId, charCode]) => ({ charCode, glyphId: +glyphId })),
          names: [],
          glyphs: {},
          isBlank: () => false
        } : {
          mappings: isUnicode ? mappings : [],
          names: properties.glyphNames ?? [],
          glyphs: getGlyphsUnicode(),
          isBlank: glyphId => !hasGlyph(glyphId)
        });
        const areNumbers = isCidToGidMapEmpty || ${HOOKS}.areNumbers(cidToGidMap);
        const known = new CharCodeMap();
        cMap.forEach((charCode, cid) => {
          cid = typeof cid === "string" ? convertCidString(charCode, cid) : cid;
          const glyphId = isCidToGidMapEmpty ? cid : cidToGidMap.get(cid) ?? -1;
          if (glyphId < 0 || glyphId >= numGlyphs) return;
          const read = letters(glyphId);
          known.set(charCode, areNumbers || read !== "\\uFFFD" ? read : String.fromCharCode(cid));
        });
        this.toUnicode = properties.toUnicode = new ToUnicodeMap(known);
      } else if (!(this.toUnicode instanceof IdentityToUnicodeMap) && cMap instanceof IdentityCMap && (isCidToGidMapEmpty || ${HOOKS}.areNumbers(cidToGidMap))) {
        const { toUnicode } = this;
        const unsaid = new CharCodeMap();
        cMap.forEach((charCode, cid) => {
          const glyphId = isCidToGidMapEmpty ? cid : cidToGidMap.get(cid) ?? -1;
          if (glyphId < 0 || glyphId >= numGlyphs || toUnicode.has(charCode)) return;
          unsaid.set(charCode, hasGlyph(glyphId) ? "\\uFFFD" : " ");
        });
        toUnicode.amend(unsaid);
      }
    } else {
      const cmapTable = readCmapTable(`,
  },
  {
    why: 'A line that runs from right to left is turned round glyph by glyph, also where one stands for several letters.',
    find: `    if (typeof unicode === "number") {
      unicode = String.fromCharCode(unicode);
    }
    let isInFont`,
    put: `    if (typeof unicode === "number") {
      unicode = String.fromCharCode(unicode);
    }
    unicode = ${HOOKS}.asDrawn(unicode);
    let isInFont`,
  },
  {
    why: 'Properties of marked content may stand in the resources. The glyphs of a page are looked up once, not for each.',
    find: '    const showSpacedTextBuffer = [];\n    let xobjs = null;',
    put: `    const struckGlyphs = ${HOOKS}.struckGlyphsOf(task);
    const actualTextOf = properties => {
      if (properties instanceof Name) {
        const all = resources.get("Properties");
        properties = all instanceof Dict ? all.get(properties.name) : null;
      }
      const actual = properties instanceof Dict ? properties.get("ActualText") : null;
      return typeof actual === "string" ? stringToPDFString(actual) : null;
    };
    const showSpacedTextBuffer = [];
    let xobjs = null;`,
  },
  {
    why: 'Where a glyph stands is worked out twice for each: the same sums, without arrays in between.',
    find: 'return Util.transform(textState.ctm, Util.transform(textState.textMatrix, tsm));',
    put: `const [width, , , height, , rise] = tsm;
      const { ctm, textMatrix } = textState;
      const a = textMatrix[0] * width, b = textMatrix[1] * width;
      const c = textMatrix[2] * height, d = textMatrix[3] * height;
      const e = textMatrix[2] * rise + textMatrix[4], f = textMatrix[3] * rise + textMatrix[5];
      return [
        ctm[0] * a + ctm[2] * b,
        ctm[1] * a + ctm[3] * b,
        ctm[0] * c + ctm[2] * d,
        ctm[1] * c + ctm[3] * d,
        ctm[0] * e + ctm[2] * f + ctm[4],
        ctm[1] * e + ctm[3] * f + ctm[5]
      ];`,
  },
  {
    why: 'Glyphs that are struck twice count once.',
    find: `    function compareWithLastPosition(glyphWidth) {
      const currentTransform = getCurrentTextTransform();`,
    put: `    function compareWithLastPosition(glyphWidth, unicode, within = 0) {
      const currentTransform = getCurrentTextTransform();
      if (unicode !== undefined && struckGlyphs.isRepeated(unicode, currentTransform, glyphWidth / textState.fontSize)) {
        return false;
      }`,
  },
  {
    why: 'Letters that are spaced out are no words. Of strings as short as two letters, the spacing may be meant for a blank.',
    find: 'if (advanceX <= textOrientation * textContentItem.trackingSpaceMin) {',
    put: `const letterSpacing = textState.charSpacing * textState.textHScale;
      const isSpacedOut = within > 2 && letterSpacing > textContentItem.spaceInFlowMin && ${HOOKS}.isSpacedOut({
        gap: advanceX,
        letterSpacing,
        size: textState.fontSize,
        before: textContentItem.str.at(-1) ?? "",
        after: unicode
      });
      if (isSpacedOut || advanceX <= textOrientation * textContentItem.trackingSpaceMin) {`,
  },
  {
    why: 'A soft hyphen at the end of a line says that the word goes on; pdf.js leaves it out with all signs of its category.',
    find: 'if (category.isInvisibleFormatMark) {\n          continue;',
    put: `if (category.isInvisibleFormatMark && glyph.unicode !== '\\u00AD') {\n          continue;`,
  },
  {
    why: 'A glyph that is passed over moves the pen as if it were drawn.',
    find: `if (!category.isZeroWidthDiacritic && !compareWithLastPosition(scaledDim)) {
          if (!font.vertical) {
            textState.translateTextMatrix(scaledDim * textState.textHScale, 0);
          } else {
            textState.translateTextMatrix(0, scaledDim);
          }`,
    put: `if (!category.isZeroWidthDiacritic && !compareWithLastPosition(scaledDim, glyph.unicode, i > 0 ? ii : 0)) {
          if (!font.vertical) {
            textState.translateTextMatrix((scaledDim + charSpacing) * textState.textHScale, 0);
          } else {
            textState.translateTextMatrix(0, scaledDim - charSpacing);
          }`,
  },
  {
    why: 'The text that the file gives for what it draws (ActualText).',
    find: 'id: Number.isInteger(mcid) ?',
    put: `actualText: actualTextOf(args[1]),
                id: Number.isInteger(mcid) ?`,
  },
  {
    why: 'The names of glyphs in the encoding that the PDF gives; those of Zapf Dingbats are numbers elsewhere.',
    find: `      let unicode = glyphsUnicodeMap[glyphName];
      if (unicode !== undefined) {
        toUnicode.set(+charcode, String.fromCharCode(unicode));
        continue;
      }`,
    put: `      const list = /Dingbats/i.test(properties.name) ? getDingbatsGlyphsUnicode() : glyphsUnicodeMap;
      const named = ${HOOKS}.textOfGlyphName(glyphName, list);
      if (named !== null) {
        toUnicode.set(+charcode, named);
        continue;
      }
      let unicode;`,
  },
  {
    why: 'A variant that the standard fonts lack is as wide as its letter; without a width, words fall apart.',
    find: 'diffs.has(charCode) && widthsByGlyphName[diffs.get(charCode)] ||',
    put: `diffs.has(charCode) && (widthsByGlyphName[diffs.get(charCode)] || widthsByGlyphName[${HOOKS}.plainGlyphName(diffs.get(charCode))]) ||`,
  },
  {
    why: 'The text that the structure of a document gives for what is drawn; pdf.js gives it only in the place of a description.',
    find: `      let alt = node.dict.get("Alt");
      if (typeof alt !== "string") {`,
    put: `      let alt = node.dict.get("Alt");
      const actualText = node.dict.get("ActualText");
      obj.actualText = typeof actualText === "string" ? stringToPDFString(actualText) : null;
      if (typeof alt !== "string") {`,
  },
  {
    why: 'An empty password may be that of the owner.',
    find: '} else if (password.length && pdfAlgorithm.checkOwnerPassword(',
    put: '} else if (pdfAlgorithm.checkOwnerPassword(',
  },
  {
    why: 'Without a password opens what an empty one of the owner opens, and a file of which only attachments are encrypted.',
    find: `          const effCF = this.cf?.get(this.eff.name);
          const authEvent = effCF?.get("AuthEvent");
          if (isName(authEvent, "EFOpen")) {
            this.encryptionKey = null;
            return;
          }
        }
        throw new PasswordException("No password given", PasswordResponses.NEED_PASSWORD);
      }
      const decodedPassword = this.#decodeUserPassword(passwordBytes, ownerPassword, revision, keyLength);`,
    put: `          this.encryptionKey = null;
          return;
        }
        if (algorithm === 5) {
          throw new PasswordException("No password given", PasswordResponses.NEED_PASSWORD);
        }
      }
      const decodedPassword = this.#decodeUserPassword(passwordBytes ?? new Uint8Array(0), ownerPassword, revision, keyLength);`,
  },
  {
    why: 'What is drawn over the page: form fields, typewritten annotations, stamps.',
    find: `    return partialEvaluator.getTextContent({
      stream: contentStream,
      task,
      resources,
      includeMarkedContent,
      disableNormalization,
      sink,
      viewBox: this.view,
      lang,
      intersector
    });`,
    put: `    await partialEvaluator.getTextContent({
      stream: contentStream,
      task,
      resources,
      includeMarkedContent,
      disableNormalization,
      sink,
      viewBox: this.view,
      lang,
      intersector
    });
    if (!intersector && sink && this.annotations.length > 0) {
      await ${HOOKS}.readAnnotations({
        page: this,
        evaluator: partialEvaluator,
        task,
        sink,
        parts: { StateManager, TextState, getTransformMatrix, lookupRect, lookupMatrix }
      });
    }`,
  },
];

/**
 * @param source pdf.js's parser.
 * @throws Error when a place to amend is not there: another version of pdf.js.
 */
export function patchParser(source: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { find, put, why } of PARSER_PATCHES) {
    const at = source.indexOf(find, from);
    if (at < 0) throw new Error(`pdf.js is another than the one known here: ${why}`);
    parts.push(source.slice(from, at), put);
    from = at + find.length;
  }
  return parts.join('') + source.slice(from);
}
