/**
 * Chicago notes, also of Turabian. Source: Chicago Manual of Style, 17th ed., 14.221–231 (manuscript collections): in a
 * note the item comes first, then its date, where it lies, the collection, the depository; only specific titles are
 * quoted; 14.111 for what was sent by whom to whom, where every kind but a letter is named; 14.145 for “n.d.” and doubtful
 * dates; 14.222 for an item in a bibliography.
 */
import { BESIDE_TITLE, DATE, ITEM, LOCATOR, TITLE } from './shared.js';

export const CHICAGO_NOTES_LAYOUT = `<archival>
  <locale xml:lang="en"><terms><term name="circa" form="short">ca.</term></terms></locale>
  ${TITLE}${BESIDE_TITLE}${ITEM}${DATE}${LOCATOR}
  <macro name="fonds-shelf">
    <choose>
      <if variable="fonds-nameless">
        <choose>
          <if variable="issued"><text variable="fonds-shelf"/></if>
          <else><text variable="fonds-shelf" text-case="capitalize-first"/></else>
        </choose>
      </if>
      <else><text variable="fonds-shelf"/></else>
    </choose>
  </macro>
  <macro name="fonds-first">
    <group delimiter=", ">
      <text macro="fonds-item"/>
      <text macro="fonds-date"/>
      <text macro="fonds-shelf"/>
      <text macro="fonds-locator"/>
      <text variable="fonds-series"/>
      <text variable="fonds-collection"/>
      <text variable="archive"/>
      <text variable="archive-place"/>
      <text variable="URL"/>
    </group>
  </macro>
  <macro name="fonds-short">
    <group delimiter=", ">
      <choose>
        <if variable="fonds-nameless"><text macro="fonds-date"/><text macro="fonds-shelf"/></if>
        <else><text macro="fonds-item-short"/><text macro="fonds-date"/></else>
      </choose>
      <text macro="fonds-locator"/>
    </group>
  </macro>
  <citation styles="chicago-fullnote-bibliography turabian-fullnote-bibliography-no-ibid">
    <choose>
      <if position="subsequent"><text macro="fonds-short"/></if>
      <else><text macro="fonds-first"/></else>
    </choose>
  </citation>
  <citation styles="chicago-fullnote-bibliography-with-ibid">
    <choose>
      <if position="ibid-with-locator"><group delimiter=", "><text term="ibid" text-case="capitalize-first"/><text macro="fonds-locator"/></group></if>
      <else-if position="ibid"><text term="ibid" text-case="capitalize-first"/></else-if>
      <else-if position="subsequent"><text macro="fonds-short"/></else-if>
      <else><text macro="fonds-first"/></else>
    </choose>
  </citation>
  <citation styles="chicago-note-bibliography"><text macro="fonds-short"/></citation>
  <bibliography>
    <group delimiter=". ">
      <names variable="author"><name name-as-sort-order="first" and="text" sort-separator=", " delimiter=", " delimiter-precedes-last="always"/></names>
      <text macro="fonds-full-title"/>
      <text macro="fonds-beside"/>
      <text macro="fonds-date"/>
      <text variable="fonds-shelf" text-case="capitalize-first"/>
      <text variable="fonds-series"/>
      <text variable="fonds-collection"/>
      <group delimiter=", "><text variable="archive"/><text variable="archive-place"/></group>
      <text variable="URL"/>
    </group>
  </bibliography>
</archival>`;
