/**
 * Chicago notes, also of Turabian. Source: Chicago Manual of Style, 17th ed., 14.221–231 (manuscript collections): in a
 * note the item comes first, then its date, where it lies, the collection, the depository; only specific titles are
 * quoted; 14.145 for “n.d.” and doubtful dates; 14.222 for an item in a bibliography.
 */
import { DATE, LOCATOR, TITLE } from './shared.js';

export const CHICAGO_NOTES_LAYOUT = `<archival>
  <locale xml:lang="en"><terms><term name="circa" form="short">ca.</term></terms></locale>
  ${TITLE}${DATE}${LOCATOR}
  <macro name="fonds-who">
    <choose>
      <if variable="fonds-named-in-title" match="none">
        <names variable="author"><name and="text" delimiter=", "/></names>
      </if>
    </choose>
  </macro>
  <macro name="fonds-item">
    <choose>
      <if variable="title"><group delimiter=", "><text macro="fonds-who"/><text macro="fonds-title"/></group></if>
      <else-if variable="author recipient" match="all">
        <group delimiter=" "><text macro="fonds-who"/><text macro="fonds-to"/></group>
      </else-if>
      <else-if variable="author"><group delimiter=", "><text macro="fonds-who"/><text macro="fonds-title"/></group></else-if>
      <else><text macro="fonds-title-capital"/></else>
    </choose>
  </macro>
  <macro name="fonds-first">
    <group delimiter=", ">
      <text macro="fonds-item"/>
      <text macro="fonds-date"/>
      <text variable="fonds-shelf"/>
      <text macro="fonds-locator"/>
      <text variable="fonds-collection"/>
      <text variable="archive"/>
      <text variable="archive-place"/>
      <text variable="URL"/>
    </group>
  </macro>
  <macro name="fonds-short">
    <group delimiter=", ">
      <choose>
        <if variable="fonds-named-in-title" match="none"><names variable="author"><name form="short" and="text" delimiter=", "/></names></if>
      </choose>
      <choose>
        <if variable="title"><text macro="fonds-title"/></if>
        <else-if variable="author recipient" match="all"><text macro="fonds-to"/></else-if>
        <else-if variable="author"><text macro="fonds-title"/></else-if>
        <else><text macro="fonds-title-capital"/></else>
      </choose>
      <text macro="fonds-date"/>
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
      <text macro="fonds-title-capital"/>
      <text macro="fonds-date"/>
      <text variable="fonds-shelf" text-case="capitalize-first"/>
      <text variable="fonds-collection"/>
      <group delimiter=", "><text variable="archive"/><text variable="archive-place"/></group>
      <text variable="URL"/>
    </group>
  </bibliography>
</archival>`;
