/**
 * Chicago author-date. Source: Chicago Manual of Style, 17th ed., 15.54 (manuscript collections in
 * author-date) with the elements of 14.221–231; the year stands after the author, the full date with the title. “n.d.” is
 * set off by a comma in the text, so that it is not read as part of the name (15.44).
 */
import { BESIDE_TITLE, DATE, TITLE } from './shared.js';

export const CHICAGO_AUTHOR_DATE_LAYOUT = `<archival>
  <locale xml:lang="en"><terms><term name="circa" form="short">ca.</term></terms></locale>
  ${TITLE}${BESIDE_TITLE}${DATE}
  <macro name="fonds-year">
    <group><text macro="fonds-year-alone"/><text variable="year-suffix"/></group>
  </macro>
  <macro name="fonds-year-alone">
    <choose>
      <if variable="issued">
        <choose>
          <if variable="fonds-guessed">
            <group prefix="[" suffix="?]" delimiter=" ">
              <choose><if variable="fonds-about"><text term="circa" form="short"/></if></choose>
              <date variable="issued" form="numeric" date-parts="year"/>
            </group>
          </if>
          <else-if variable="fonds-about">
            <group delimiter=" "><text term="circa" form="short"/><date variable="issued" form="numeric" date-parts="year"/></group>
          </else-if>
          <else><date variable="issued" form="numeric" date-parts="year"/></else>
        </choose>
      </if>
      <else><text term="no date" form="short"/></else>
    </choose>
  </macro>
  <macro name="fonds-lead">
    <choose>
      <if variable="author">
        <names variable="author">
          <name name-as-sort-order="first" and="text" sort-separator=", " delimiter=", " delimiter-precedes-last="always"/>
        </names>
      </if>
      <else><text macro="fonds-title-capital"/></else>
    </choose>
  </macro>
  <macro name="fonds-whose">
    <names variable="author">
      <name form="short" and="text"/>
      <substitute><text macro="fonds-title-capital"/></substitute>
    </names>
  </macro>
  <citation>
    <group delimiter=", ">
      <choose>
        <if variable="issued">
          <group delimiter=" "><text macro="fonds-whose"/><text macro="fonds-year"/></group>
        </if>
        <else>
          <group delimiter=", "><text macro="fonds-whose"/><text macro="fonds-year"/></group>
        </else>
      </choose>
      <choose>
        <if locator="page"><text variable="locator"/></if>
        <else><group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group></else>
      </choose>
    </group>
  </citation>
  <bibliography>
    <group delimiter=". ">
      <text macro="fonds-lead"/>
      <text macro="fonds-year"/>
      <choose><if variable="author"><text macro="fonds-full-title"/></if></choose>
      <text macro="fonds-beside"/>
      <choose><if variable="fonds-finer-date"><text macro="fonds-date"/></if></choose>
      <text variable="fonds-shelf" text-case="capitalize-first"/>
      <text variable="fonds-series"/>
      <text variable="fonds-collection"/>
      <group delimiter=", "><text variable="archive"/><text variable="archive-place"/></group>
      <text variable="URL"/>
    </group>
  </bibliography>
</archival>`;
