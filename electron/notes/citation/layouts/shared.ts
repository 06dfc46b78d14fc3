/**
 * Macros that the archival layouts share. They read, beside the variables of CSL, those that `engine.ts` adds:
 * `fonds-shelf` (reference code, box, folder), `fonds-series`, `fonds-collection`, and flags that are there or not.
 */

/**
 * Title as the manuals have it: quoted when it is a title, plain when it only names the kind of document. A record that
 * has neither title nor kind is known by where it lies (`fonds-lead`, in the text) or by nothing.
 */
export const TITLE = `
  <macro name="fonds-title">
    <choose>
      <if variable="title" match="none">
        <group delimiter=" "><text variable="genre"/><text macro="fonds-to"/></group>
      </if>
      <else><text macro="fonds-known-title"/></else>
    </choose>
  </macro>
  <macro name="fonds-title-capital">
    <choose>
      <if variable="title"><text macro="fonds-known-title"/></if>
      <else-if variable="fonds-lead"><text variable="fonds-lead"/></else-if>
      <else><text macro="fonds-kind-capital"/></else>
    </choose>
  </macro>
  <macro name="fonds-kind-capital">
    <group delimiter=" "><text variable="genre" text-case="capitalize-first"/><text macro="fonds-to"/></group>
  </macro>
  <macro name="fonds-known-title">
    <choose>
      <if variable="fonds-plain-title"><text variable="title"/></if>
      <else><text variable="title" text-case="title" quotes="true"/></else>
    </choose>
  </macro>
  <macro name="fonds-to">
    <names variable="recipient"><label form="verb" suffix=" "/><name and="text" delimiter=", "/></names>
  </macro>`;

/**
 * Where a title stands for itself: one that names little but a kind goes on to whom (`Telegram 12 to Foreign Office`),
 * another has beside it what was sent to whom (`Cable to Foreign Office`).
 */
export const BESIDE_TITLE = `
  <macro name="fonds-full-title">
    <group delimiter=" ">
      <text macro="fonds-title-capital"/>
      <choose>
        <if variable="title recipient fonds-brief-title" match="all"><text macro="fonds-to"/></if>
      </choose>
    </group>
  </macro>
  <macro name="fonds-beside">
    <choose>
      <if variable="fonds-brief-title" match="none">
        <choose><if variable="title recipient" match="all"><text macro="fonds-kind-capital"/></if></choose>
      </if>
    </choose>
  </macro>`;

/** A known title and to whom it went: one that names little but a kind goes on to whom, another has its kind between. */
const KNOWN_TITLE_TO = `
  <macro name="fonds-known-title-to">
    <choose>
      <if variable="fonds-brief-title">
        <group delimiter=" "><text macro="fonds-known-title"/><text macro="fonds-to"/></group>
      </if>
      <else>
        <group delimiter=", ">
          <text macro="fonds-known-title"/>
          <group delimiter=" "><text variable="genre"/><text macro="fonds-to"/></group>
        </group>
      </else>
    </choose>
  </macro>`;

/**
 * The item of a note: `Creel to House` for a letter, `Kissinger to Nixon, memorandum` for what else was sent, with its
 * title after that. Whoever the title names already is not named again. `form`: of the names.
 */
const item = (name: string, form: 'long' | 'short'): string => `
  <macro name="${name}-who">
    <choose>
      <if variable="fonds-named-in-title" match="none">
        <names variable="author"><name form="${form}" and="text" delimiter=", "/></names>
      </if>
    </choose>
  </macro>
  <macro name="${name}-sent">
    <group delimiter=" ">
      <text macro="${name}-who"/>
      <names variable="recipient"><label form="verb" suffix=" "/><name form="${form}" and="text" delimiter=", "/></names>
    </group>
  </macro>
  <macro name="${name}">
    <choose>
      <if variable="author recipient" match="all">
        <choose>
          <if variable="fonds-named-in-title"><text macro="fonds-known-title-to"/></if>
          <else-if variable="title">
            <group delimiter=", ">
              <text macro="${name}-sent"/>
              <choose><if variable="fonds-plain-title" match="none"><text variable="genre"/></if></choose>
              <text macro="fonds-known-title"/>
            </group>
          </else-if>
          <else-if variable="fonds-letter"><text macro="${name}-sent"/></else-if>
          <else><group delimiter=", "><text macro="${name}-sent"/><text variable="genre"/></group></else>
        </choose>
      </if>
      <else-if variable="author"><group delimiter=", "><text macro="${name}-who"/><text macro="fonds-title"/></group></else-if>
      <else-if variable="title recipient" match="all"><text macro="fonds-known-title-to"/></else-if>
      <else><text macro="fonds-title-capital"/></else>
    </choose>
  </macro>`;

export const ITEM = `${KNOWN_TITLE_TO}${item('fonds-item', 'long')}${item('fonds-item-short', 'short')}`;

/**
 * A guessed date in brackets, “ca.” before one that is about right (also when it is guessed), “n.d.” without one unless
 * nothing names the record.
 */
export const DATE = `
  <macro name="fonds-date">
    <choose>
      <if variable="issued">
        <choose>
          <if variable="fonds-guessed">
            <group prefix="[" suffix="?]" delimiter=" ">
              <choose><if variable="fonds-about"><text term="circa" form="short"/></if></choose>
              <date variable="issued" form="text"/>
            </group>
          </if>
          <else-if variable="fonds-about">
            <group delimiter=" "><text term="circa" form="short"/><date variable="issued" form="text"/></group>
          </else-if>
          <else><date variable="issued" form="text"/></else>
        </choose>
      </if>
      <else-if variable="fonds-nameless" match="none"><text term="no date" form="short"/></else-if>
    </choose>
  </macro>`;

export const LOCATOR = `
  <macro name="fonds-locator">
    <group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
  </macro>`;
